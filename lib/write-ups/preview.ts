import type { SectionKey } from "./document";
import type { EditedWriteUp } from "./editing";
import type { Reading } from "./limits";
import { documentFor } from "./reading";
import type { WriteUpPage } from "./types";

/** The work in hand as one audience would read it, without anything to do there, and what would stay behind. */
export function previewAs(
  audience: Reading,
  page: WriteUpPage,
  { document, language, updatedAt }: Pick<EditedWriteUp, "document" | "language" | "updatedAt">,
): { writeUp: WriteUpPage; behind: SectionKey[] } {
  const shown = documentFor(audience, document);
  const kept = new Set(shown.sections.map(({ key }) => key));
  return {
    writeUp: {
      ...page,
      audience,
      reading: audience,
      document: shown,
      language,
      languages: [language],
      translator: null,
      machine: null,
      behind: 0,
      updatedAt,
      abilities: { edit: false, share: false, comment: false, readComments: false },
    },
    behind: document.sections.filter(({ key, markdown }) => markdown !== "" && !kept.has(key)).map(({ key }) => key),
  };
}
