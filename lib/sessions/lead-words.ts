import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { LEADS } from "./format-list";

/** Who leads a step: a role of a format in the reader's language, or the name that somebody wrote. */
export function leadWords(lead: string, host: string | null, locale: Locale): string {
  const role = LEADS.find((known) => known === lead.trim().replaceAll(" ", "-"));
  if (!role) return lead;
  return translator(locale, "sessions.lead")(role, { host: host ?? translator(locale, "sessions")("theHost") });
}
