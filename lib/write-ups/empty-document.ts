import { type Document, type Kind, SECTIONS, type Section, type SectionKey } from "./document";

/** A document in which every section of its template waits. */
export function emptyDocument(kind: Kind, title: string, card: string): Document {
  return {
    title,
    card,
    startedOn: null,
    endedOn: null,
    beganOn: null,
    firstActionOn: null,
    sections: SECTIONS[kind].map(emptySection),
    timeline: [],
    observations: [],
    sources: [],
    organisations: [],
    buildingBlocks: [],
    funding: [],
    media: [],
    contact: null,
    policyAreas: [],
    themes: [],
    targetGroups: [],
    sdgs: [],
    maturity: null,
    scale: null,
    participation: null,
    nobodyRecognisable: false,
  };
}

/** What did not work starts with the cohort, so that people dare to write it. */
export function emptySection(key: SectionKey): Section {
  return { key, markdown: "", html: "", empty: null, audience: key === "what-did-not-work" ? "cohort" : "public" };
}

/** All sections of the template in their order, those that are missing as empty ones. */
export function allSections(kind: Kind, document: Document): Section[] {
  return SECTIONS[kind].map((key) => document.sections.find((one) => one.key === key) ?? emptySection(key));
}
