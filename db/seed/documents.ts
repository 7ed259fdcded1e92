import type { Document } from "@/lib/write-ups/document";
import { SECTIONS } from "@/lib/write-ups/document";
import { renderDocument } from "@/lib/write-ups/reading";
import type { SeedWriteUp, Text } from "./content/types";

function inLanguage(text: Text | string, language: keyof Text): string {
  return typeof text === "string" ? text : (text[language] ?? "");
}

/** The document of one language version, with every section of its template in order. */
export function documentIn(seed: SeedWriteUp, language: keyof Text): Document {
  const say = (text: Text | string) => inLanguage(text, language);
  return renderDocument({
    title: say(seed.title),
    card: say(seed.card),
    startedOn: seed.startedOn,
    endedOn: seed.endedOn,
    beganOn: seed.beganOn,
    firstActionOn: seed.firstActionOn,
    sections: SECTIONS[seed.kind].map((key) => {
      const section = seed.sections.find((one) => one.key === key);
      const markdown = section && "text" in section ? say(section.text) : "";
      const empty = section && "empty" in section ? { why: section.empty, by: section.by ?? null } : null;
      return { key, markdown, html: "", empty, audience: key === "what-did-not-work" ? "cohort" : "public" };
    }),
    timeline: seed.timeline.map((entry) => ({ ...entry, what: say(entry.what), who: say(entry.who) })),
    observations: seed.observations.map((one) => ({
      ...one,
      label: say(one.label),
      unit: say(one.unit),
      note: say(one.note),
    })),
    sources: seed.sources,
    organisations: seed.organisations,
    buildingBlocks: seed.buildingBlocks.map((block) => ({ ...block, name: say(block.name), needs: say(block.needs) })),
    funding: [],
    media: [],
    contact: null,
    policyAreas: seed.policyAreas,
    themes: seed.themes,
    targetGroups: seed.targetGroups,
    sdgs: seed.sdgs,
    maturity: seed.maturity,
    scale: seed.scale,
    participation: null,
    nobodyRecognisable: seed.kind === "case",
  });
}
