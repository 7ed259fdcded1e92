import "server-only";
import { AppError } from "@/lib/errors/errors";
import { renderMarkdown } from "@/lib/text/markdown";
import { comparePartialDates } from "@/lib/time/partial-date";
import { partFor, seal } from "./base";
import { sayClash } from "./clash-words";
import type { Document, Kind } from "./document";
import { fingerprint } from "./fingerprint";
import { CARD_FIGURES_MAX } from "./limits";
import { type Clash, mergeDocuments } from "./merge";
import type { TaskKey } from "./tasks";

/** A document with the crisis it names, which is a column of the write-up. */
export interface Versioned {
  document: Document;
  crisisId: string | null;
}

interface Of {
  id: string;
  kind: Kind;
  key: TaskKey;
  version: number;
  /** Who changed it last, as they are called. */
  by: string;
}

/** Two people changed the same thing in two ways. `values` fill the form that comes back: both texts, and what it answers. */
export class ClashError extends AppError {
  constructor(values: Record<string, string>) {
    super("conflict", { values });
  }
}

/** My change and theirs as one, or ClashError: then nothing is decided yet, and the next sending is the answer. */
export function putTogether(of: Of, base: Versioned, mine: Versioned, theirs: Versioned): Versioned {
  const { document, clashes, answered } = mergeDocuments(base.document, mine.document, theirs.document);
  const crisis = mergeCrisis(base.crisisId, mine.crisisId, theirs.crisisId);
  if (crisis.clash)
    clashes.push({
      part: "crisis",
      entry: null,
      name: "",
      field: "crisis",
      mine: mine.crisisId,
      theirs: theirs.crisisId,
    });
  if (clashes.length > 0) {
    const known = {
      document: partFor(of.kind, answered, of.key),
      crisisId: crisis.clash ? theirs.crisisId : base.crisisId,
    };
    throw new ClashError({
      ...shown(clashes, document, theirs.document),
      changedBy: of.by,
      version: String(of.version),
      seen: fingerprint(of.kind, theirs.document, theirs.crisisId, of.key),
      base: seal(of.id, of.key, known),
    });
  }
  return { document: rendered(document), crisisId: crisis.value };
}

/** For a section of text: the form with what could be put together, and all of theirs. For everything else: each clash, in words. */
function shown(clashes: Clash[], document: Document, theirs: Document): Record<string, string> {
  const words = clashes.find(({ part, field }) => part === "sections" && field === "markdown");
  const rest = clashes.filter((clash) => clash !== words);
  const values: Record<string, string> = {};
  if (words) {
    const wordsIn = (one: Document) => one.sections.find(({ key }) => key === words.entry)?.markdown ?? "";
    values.markdown = wordsIn(document);
    values.mine = String(words.mine);
    values.theirs = wordsIn(theirs);
  }
  const sources = [...document.sources, ...theirs.sources];
  if (rest.length > 0) values.clashes = JSON.stringify(rest.map((clash) => sayClash(clash, sources)));
  return values;
}

function rendered(document: Document): Document {
  let onCard = 0;
  return {
    ...document,
    timeline: [...document.timeline].sort((a, b) => comparePartialDates(a.date, b.date)),
    sections: document.sections.map((section) =>
      section.html === "" && section.markdown !== "" ? { ...section, html: renderMarkdown(section.markdown) } : section,
    ),
    // Each of the two may have chosen three for the card.
    observations: document.observations.map((one) => {
      if (one.onCard) onCard += 1;
      return one.onCard && onCard > CARD_FIGURES_MAX ? { ...one, onCard: false } : one;
    }),
  };
}

function mergeCrisis(base: string | null, mine: string | null, theirs: string | null) {
  const clash = mine !== theirs && mine !== base && theirs !== base;
  return { clash, value: mine === base ? theirs : mine };
}
