import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { PartKey } from "@/lib/translations/words";

/** What a part is called: its own name, or that of the section. */
export function partName(part: PartKey, locale: Locale): string {
  const t = translator(locale, "translations.part");
  switch (part) {
    case "title":
    case "timeline":
    case "figures":
    case "organisations":
    case "building-blocks":
    case "funding":
    case "media":
      return t(part);
    default:
      return translator(locale, "reading.sections")(part);
  }
}
