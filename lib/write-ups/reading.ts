import { renderMarkdown } from "@/lib/text/markdown";
import type { Document, SectionAudience } from "./document";
import type { Reading } from "./limits";

const RANK: Record<Reading | SectionAudience, number> = { city: 0, cohort: 1, public: 2 };

/**
 * What one audience may read of a document: sections kept for a narrower audience are gone, not hidden. The city's own
 * text has everything.
 */
export function documentFor(audience: Reading, document: Document): Document {
  const mayRead = (part: { audience: SectionAudience }) => RANK[part.audience] >= RANK[audience];
  return { ...document, sections: document.sections.filter(mayRead), media: document.media.filter(mayRead) };
}

/** Of two audiences the one that keeps it closer to the city. */
export function closer(one: SectionAudience, other: SectionAudience): SectionAudience {
  return RANK[other] < RANK[one] ? other : one;
}

/** A document with the HTML of each section rendered from its Markdown. */
export function renderDocument(document: Document): Document {
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, html: renderMarkdown(section.markdown) })),
  };
}

/** The columns of write_up_texts that follow from a document. */
export function readingColumns(document: Document) {
  return {
    title: document.title,
    card: document.card,
    document,
    body: [
      ...document.sections.map((section) => section.markdown),
      ...document.timeline.flatMap((entry) => [entry.what, entry.who, entry.effect]),
      ...document.observations.flatMap((observation) => [observation.label, observation.note]),
      ...document.organisations.map((organisation) => organisation.name),
      ...document.buildingBlocks.flatMap((block) => [block.name, block.what, block.needs]),
      ...document.funding.map((funding) => funding.label),
      ...document.media.flatMap((media) => [media.caption, media.alt]),
      ...document.sources.map((source) => source.title),
    ]
      .filter(Boolean)
      .join("\n"),
    phases: [...new Set(document.timeline.map((entry) => entry.phase))],
    themes: document.themes,
  };
}
