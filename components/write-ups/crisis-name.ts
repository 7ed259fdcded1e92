import type { Locale } from "@/lib/i18n/locales";

/** The name of a crisis: its own when it has one, or its kind. */
export function crisisName(crisis: { id: string; type: string }, _locale: Locale): string {
  return crisis.id === "covid-19" ? "COVID-19" : crisis.type;
}
