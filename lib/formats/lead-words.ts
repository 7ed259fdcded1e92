import { LOCALES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { LEADS } from "./format-list";

/** Who leads a step: a role of a format in the reader's language, or the name that somebody wrote. */
export function leadWords(lead: string, host: string | null, locale: Locale): string {
  const role = roleOf(lead);
  if (!role) return lead;
  return translator(locale, "sessions.lead")(role, { host: host ?? translator(locale, "sessions")("theHost") });
}

/** What is kept of who leads as somebody typed it: the role, if they wrote its words in any language of ours. */
export function leadFrom(typed: string, hostIn: (locale: Locale) => string | null): string {
  const wanted = typed.toLowerCase();
  const role = LEADS.find((lead) =>
    LOCALES.some((locale) => leadWords(lead, hostIn(locale), locale).toLowerCase() === wanted),
  );
  return role ?? roleOf(wanted) ?? typed;
}

/** The roles in the reader's language, to choose from while typing. */
export function leadsOffered(host: string | null, locale: Locale): string[] {
  return [...new Set(LEADS.map((lead) => leadWords(lead, host, locale)))];
}

function roleOf(lead: string) {
  return LEADS.find((known) => known === lead.trim().replaceAll(" ", "-"));
}
