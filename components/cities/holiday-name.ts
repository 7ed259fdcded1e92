import type { Locale } from "@/lib/i18n/locales";
import type { CityDay } from "@/lib/workspaces/types";

/** The name of a day in the reader's language if there is one, else as its own people call it, with that language. */
export function holidayName({ name, names }: CityDay, locale: Locale): { text: string; language?: string } {
  if (names[locale]) return { text: names[locale] };
  const [own] = Object.entries(names);
  return own ? { text: own[1], language: own[0] } : { text: name ?? "" };
}
