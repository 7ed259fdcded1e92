import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { READY_REASONS, type ReadyReason } from "./limits";

const READY = "ready:";

/** Why something is hidden, as it is kept: a moderator's own words, or which of the ready sentences was chosen. */
export function keptReason(ready: ReadyReason | "", words: string): string {
  return words || `${READY}${ready}`;
}

/** The same as it is read: a ready sentence in the language of whoever reads it. */
export function reasonIn(kept: string, locale: Locale): string {
  const ready = READY_REASONS.find((one) => kept === READY + one);
  return ready ? translator(locale, "moderation")(`ready.${ready}`) : kept;
}
