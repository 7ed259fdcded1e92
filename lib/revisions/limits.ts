/** Two states beside each other, or one text with what went and what came. */
export const VIEWS = ["inline", "side"] as const;
export type View = (typeof VIEWS)[number];

/** In the place of a number: the work in hand. */
export const WORK = "work";

export const CITATION_FORMATS = ["text", "bibtex", "csl"] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];
