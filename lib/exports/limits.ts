export const EXPORT_FORMATS = ["pdf", "docx", "md", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A selection from the library can also be a table. */
export const SELECTION_FORMATS = [...EXPORT_FORMATS, "csv"] as const;
export type SelectionFormat = (typeof SELECTION_FORMATS)[number];

/** How many write-ups one file takes. */
export const SELECTION_MAX = 100;

/** Languages whose letters the typeface of the PDF does not have; their pages are printed by the browser. */
export const NOT_IN_PDF: readonly string[] = ["zh-Hant"];
