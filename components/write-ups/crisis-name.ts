import type { Locale } from "@/lib/i18n/locales";
import { sentence } from "@/lib/i18n/translator";

/** The name of a crisis: its own when it has one, or its kind. */
export function crisisName({ id, type }: { id: string; type: string }, locale: Locale): string {
  return id === "covid-19" ? "COVID-19" : sentence(locale, `vocabulary.crisisType.${type}`);
}
