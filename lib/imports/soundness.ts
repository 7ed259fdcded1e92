import type { PortableDocument, PortableWriteUp } from "@/lib/exports/format";
import { SECTIONS, type Section } from "@/lib/write-ups/document";
import { CARD_FIGURES_MAX } from "@/lib/write-ups/limits";

interface Unsound {
  path: string | null;
  key: string;
  values?: Record<string, string | number>;
}

/** What a schema cannot say: whether the parts of a write-up belong together. */
export function soundness(writeUp: PortableWriteUp): Unsound[] {
  const problems: Unsound[] = [];
  const { kind, crisis, language, texts } = writeUp;
  if (kind === "case" && crisis === null) problems.push({ path: "crisis", key: "writing.error.crisisMissing" });
  if (kind === "practice" && crisis !== null) problems.push({ path: "crisis", key: "imports.error.crisisOfPractice" });
  const languages = texts.map((text) => text.language);
  if (!languages.includes(language)) problems.push({ path: "language", key: "imports.error.original" });
  if (new Set(languages).size < languages.length) problems.push({ path: "texts", key: "imports.error.languageTwice" });
  for (const [index, { document }] of texts.entries())
    problems.push(
      ...inDocument(document, kind).map((one) => ({ ...one, path: `texts.${index}.document.${one.path}` })),
    );
  return problems;
}

function inDocument(document: PortableDocument, kind: PortableWriteUp["kind"]): Unsound[] {
  const problems: Unsound[] = [];
  const known: readonly Section["key"][] = SECTIONS[kind];
  const keys = document.sections.map(({ key }) => key);
  for (const [index, key] of keys.entries()) {
    if (!known.includes(key)) problems.push({ path: `sections.${index}.key`, key: "imports.error.section" });
    else if (keys.indexOf(key) < index) problems.push({ path: `sections.${index}.key`, key: "imports.error.idTwice" });
  }
  const lists = ["timeline", "observations", "sources", "organisations", "buildingBlocks", "funding", "media"] as const;
  for (const list of lists) {
    const ids = document[list].map(({ id }) => id);
    if (new Set(ids).size < ids.length) problems.push({ path: list, key: "imports.error.idTwice" });
  }
  const sources = new Set(document.sources.map(({ id }) => id));
  for (const list of ["timeline", "observations", "funding"] as const)
    for (const [index, { sourceId }] of document[list].entries())
      if (sourceId !== null && !sources.has(sourceId))
        problems.push({ path: `${list}.${index}.sourceId`, key: "imports.error.source" });
  for (const [index, { valueKind, value, valueTo }] of document.observations.entries())
    if (valueKind === "range" && (valueTo === null || valueTo < value))
      problems.push({ path: `observations.${index}.valueTo`, key: "imports.error.range" });
  if (document.observations.filter(({ onCard }) => onCard).length > CARD_FIGURES_MAX)
    problems.push({ path: "observations", key: "writing.error.cardFigures", values: { max: CARD_FIGURES_MAX } });
  return problems;
}
