/** Languages of the interface. A language is added here, with a messages file of the same keys. */
export const LOCALES = ["en", "it"] as const;
export type Locale = (typeof LOCALES)[number];
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", it: "Italiano" };

/** Languages a text may be written in (BCP 47), with the name each calls itself. */
export const CONTENT_LANGUAGES = {
  en: "English",
  it: "Italiano",
  es: "Español",
  eu: "Euskara",
  nl: "Nederlands",
  "pt-BR": "Português (Brasil)",
  pl: "Polski",
  ga: "Gaeilge",
  fil: "Filipino",
  "zh-Hant": "繁體中文",
  "fr-CA": "Français (Canada)",
  "es-MX": "Español (México)",
} as const;
export type ContentLanguage = keyof typeof CONTENT_LANGUAGES;

export function isContentLanguage(value: unknown): value is ContentLanguage {
  return typeof value === "string" && Object.hasOwn(CONTENT_LANGUAGES, value);
}

/** The first language of ours in a list in order of preference, comparing the primary subtag. */
export function pickLocale(preferred: readonly string[]): Locale {
  for (const language of preferred) {
    const primary = language.split("-")[0]?.toLowerCase();
    const found = LOCALES.find((locale) => locale === primary);
    if (found) return found;
  }
  return "en";
}

/** "it-IT,it;q=0.9,en;q=0.8" → the languages, most wanted first. */
export function acceptedLanguages(header: string | null): string[] {
  return (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", q = ""] = part.trim().split(";q=");
      return { tag, weight: q === "" ? 1 : Number(q) || 0 };
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
