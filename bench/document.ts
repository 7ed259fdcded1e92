import { type Document, type Kind, PHASES, SECTIONS, type SectionKey } from "@/lib/write-ups/document";
import { renderDocument } from "@/lib/write-ups/reading";
import { MATURITY, THEMES } from "@/lib/write-ups/vocabulary";
import type { Chance } from "./chance";
import { line, sentences } from "./words";

/** A write-up of about 800 words in all the sections of its template, with a timeline, figures and sources. */
export function makeDocument(by: Chance, kind: Kind): Document {
  const keys = SECTIONS[kind];
  const sources = Array.from({ length: 4 }, () => ({
    id: by.id(),
    title: line(by, 6),
    url: `https://example.org/${by.id()}`,
    publisher: line(by, 2),
    date: "2024-05-17",
    language: "en",
    accessedOn: "2025-01-10",
  }));
  const sourceId = () => by.pick(sources).id;
  return renderDocument({
    title: line(by, 7).slice(0, 90),
    card: sentences(by, 30).slice(0, 280),
    startedOn: `20${16 + by.below(8)}-03`,
    endedOn: null,
    beganOn: kind === "case" ? "2020-02-21" : null,
    firstActionOn: kind === "case" ? "2020-02-24" : null,
    sections: keys.map((key) => ({
      key,
      markdown: section(by, key, Math.round(770 / keys.length)),
      html: "",
      empty: null,
      audience: key === "what-did-not-work" ? "cohort" : "public",
    })),
    timeline: PHASES.flatMap((phase, n) =>
      [1, 2].map((month) => ({
        id: by.id(),
        date: `202${n}-0${month}-1${by.below(10)}`,
        phase,
        what: line(by, 6),
        who: line(by, 2),
        sourceId: sourceId(),
      })),
    ),
    observations: Array.from({ length: 5 }, (_, n) => ({
      id: by.id(),
      label: line(by, 3),
      valueKind: by.pick(["exact", "about", "at-least"] as const),
      value: 10 + by.below(90_000),
      valueTo: null,
      unit: n === 0 ? "EUR" : n === 1 ? "percent" : "",
      asOf: "2024-06",
      sourceId: sourceId(),
      note: "",
      onCard: n < 2,
      measures: null,
    })),
    sources,
    organisations: Array.from({ length: 3 }, () => ({
      id: by.id(),
      name: line(by, 3),
      sector: "public",
      role: null,
      url: null,
    })),
    buildingBlocks: [{ id: by.id(), name: line(by, 3), needs: line(by, 5), transferable: "partly" }],
    funding: [],
    media: [],
    contact: null,
    policyAreas: [],
    themes: [...new Set([by.pick(THEMES), by.pick(THEMES), by.pick(THEMES)])],
    targetGroups: [],
    sdgs: [11],
    maturity: by.pick(MATURITY),
    scale: null,
    participation: null,
    nobodyRecognisable: false,
  });
}

function section(by: Chance, key: SectionKey, count: number): string {
  const plain = Math.round(count * 0.6);
  const rest = count - plain;
  const opening = `${sentences(by, plain)} **${line(by, 2)}**, [${line(by, 2)}](https://example.org/${key}).`;
  if (by.next() < 0.5) return `${opening}\n\n${sentences(by, rest)}`;
  const points = Array.from({ length: 3 }, () => `- ${line(by, Math.max(1, Math.round(rest / 3)))}`);
  return `${opening}\n\n${points.join("\n")}`;
}
