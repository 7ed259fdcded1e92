import type { Document, SectionAudience } from "@/lib/write-ups/document";

const RANK: Record<SectionAudience, number> = { city: 0, cohort: 1, public: 2 };

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
      ...old.sections.map((section) => ({ ...section, audience: closer(section, sections.get(section.key)) })),
      ...now.sections.filter(({ key }) => !held.has(key)),
    ],
    media: old.media
      .filter(({ fileId }) => files.has(fileId))
      .map((one) => ({ ...one, audience: closer(one, media.get(one.id)) })),
  };
}

function closer(one: { audience: SectionAudience }, other?: { audience: SectionAudience }): SectionAudience {
  return other && RANK[other.audience] < RANK[one.audience] ? other.audience : one.audience;
}
