import type { Locale } from "@/lib/i18n/locales";

/** What a language calls cities of other tongues, by their English names, where the two differ. */
const ABROAD = new Map<string, ReadonlyMap<string, string>>(
  Object.entries({
    it: new Map([
      ["Dublin", "Dublino"],
      ["Warsaw", "Varsavia"],
    ]),
  } satisfies Record<Exclude<Locale, "en">, ReadonlyMap<string, string>>),
);

/** The names of cities in a language, by their English ones. */
export function namesIn(locale: string): ReadonlyMap<string, string> {
  return ABROAD.get(locale) ?? new Map();
}

/** The other names of cities in all languages, by their English ones. */
export function namesAbroad(): [name: string, theirs: string][] {
  return [...ABROAD.values()].flatMap((names) => [...names]);
}
