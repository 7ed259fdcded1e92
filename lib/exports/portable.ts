import type { Document } from "@/lib/write-ups/document";
import {
  FORMAT,
  FORMAT_VERSION,
  type PortableDocument,
  type PortableFile,
  type PortableFileContent,
  type PortableWriteUp,
} from "./format";
import type { ReadableWriteUp } from "./types";

/** The write-ups as a file for other software. `site` is the address of this installation. */
export function portable(
  writeUps: readonly ReadableWriteUp[],
  files: PortableFileContent[],
  site: URL,
  now: Date,
): PortableFile {
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    exportedAt: now.toISOString(),
    from: site.origin,
    writeUps: writeUps.map((writeUp) => portableWriteUp(writeUp, site)),
    files,
  };
}

function portableWriteUp(writeUp: ReadableWriteUp, site: URL): PortableWriteUp {
  const { id, kind, language, crisis, city, audience, reading, quickNote, revision, demo } = writeUp;
  return {
    id,
    url: new URL(`/write-ups/${id}`, site).href,
    city: { slug: city.slug, code: city.code, name: city.name },
    audience,
    reading,
    revision: revision && { number: revision.number, releasedAt: revision.releasedAt.toISOString() },
    updatedAt: writeUp.updatedAt.toISOString(),
    demo,
    kind,
    language,
    crisis: crisis as PortableWriteUp["crisis"],
    quickNote,
    texts: writeUp.texts.map(({ language, behind, machine, document }) => ({
      language,
      behind,
      machine,
      document: portableText(document, site),
    })),
  };
}

/**
 * A document without what follows from it (HTML) and without sections that say nothing; every field that may be missing
 * is there. Its terms are those of the vocabulary, which the database does not check again.
 */
export function portableText(document: Document, site: URL): PortableDocument {
  const { sections, timeline, observations, organisations, buildingBlocks, media, ...rest } = document;
  return {
    ...rest,
    sections: sections
      .filter(({ key, markdown, empty, audience }) => markdown || empty || audience !== usualAudience(key))
      .map(({ key, audience, markdown, empty }) => ({ key, audience, markdown, empty })),
    timeline: timeline.map((entry) => ({
      ...entry,
      decisionLevel: entry.decisionLevel ?? null,
      effect: entry.effect ?? "",
    })),
    observations: observations.map((one) => ({
      ...one,
      from: one.from ?? null,
      evidence: one.evidence ?? null,
      strength: one.strength ?? null,
    })),
    organisations: organisations.map((one) => ({
      ...one,
      sseType: one.sseType ?? null,
      legalForm: one.legalForm ?? "",
    })),
    buildingBlocks: buildingBlocks.map((block) => ({ ...block, what: block.what ?? "" })),
    media: media.map((one) => ({ ...one, url: new URL(`/files/${one.fileId}`, site).href })),
  } as PortableDocument;
}

const usualAudience = (key: string) => (key === "what-did-not-work" ? "cohort" : "public");
