import type { Document, SectionAudience } from "@/lib/write-ups/document";
import { closer } from "@/lib/write-ups/reading";

/**
 * The document as it was, to go on from. What is kept closer now than it was then stays as close, sections that the earlier
 * state did not hold stay, and files that are gone do not come back.
 */
export function restoredDocument(now: Document, old: Document, files: ReadonlySet<string>): Document {
  const sections = new Map(now.sections.map((section) => [section.key, section]));
  const media = new Map(now.media.map((one) => [one.id, one]));
  const held = new Set(old.sections.map(({ key }) => key));
  return {
    ...old,
    sections: [
      ...old.sections.map((section) => ({ ...section, audience: closest(section, sections.get(section.key)) })),
      ...now.sections.filter(({ key }) => !held.has(key)),
    ],
    media: old.media
      .filter(({ fileId }) => files.has(fileId))
      .map((one) => ({ ...one, audience: closest(one, media.get(one.id)) })),
  };
}

function closest(then: { audience: SectionAudience }, now?: { audience: SectionAudience }): SectionAudience {
  return closer(then.audience, now?.audience ?? then.audience);
}
