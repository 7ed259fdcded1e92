import { CARD_MAX, LINE_MAX, SECTION_MAX, TITLE_MAX } from "@/lib/write-ups/limits";
import type { WordField } from "./words";

const LONG_MAX = 600;

/** The same as where the original is written. */
export const WORD_MAX: Record<WordField, number> = {
  title: TITLE_MAX,
  card: CARD_MAX,
  text: SECTION_MAX,
  what: LONG_MAX,
  needs: LONG_MAX,
  effect: LONG_MAX,
  who: LINE_MAX,
  label: LINE_MAX,
  unit: 40,
  note: LINE_MAX,
  name: LINE_MAX,
  legalForm: LINE_MAX,
  caption: LINE_MAX,
  alt: LINE_MAX,
};

/** Words that may have more than one line. */
export const LONG_FIELDS: readonly WordField[] = ["card", "text", "what", "needs", "effect"];

/** Fields of one part: sixty entries with three words each. */
export const WORDS_MAX = 200;

/** Characters that one click sends to a translation service. */
export const MACHINE_MAX = 60_000;
/** Clicks of one person in an hour. */
export const MACHINE_RATE = 60;
