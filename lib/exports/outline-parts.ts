import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { Document, Source } from "@/lib/write-ups/document";
import type { Block, Span } from "./rich-text";

const plain = (text: string): Span[] => (text ? [{ text }] : []);

const LICENCE_NAMES: Record<string, string> = { "cc-by": "CC BY 4.0", "cc-by-sa": "CC BY-SA 4.0", cc0: "CC0 1.0" };

/** Pictures with what they show, then documents with their addresses. */
export function mediaOf(
  { media }: Document,
  language: string,
  { locale, site }: { locale: Locale; site: URL },
): Block[] {
  if (media.length === 0) return [];
  const t = translator(locale, "exports");
  return [
    { type: "heading", level: 2, spans: plain(t("media")) },
    ...media.map((one): Block => {
      const rights = [one.credit, LICENCE_NAMES[one.licence] ?? one.licence].filter(Boolean).join(", ");
      const href = new URL(`/files/${one.fileId}`, site).href;
      if (one.kind === "picture") {
        const caption = plain([one.caption, rights].filter(Boolean).join(". "));
        return { type: "picture", fileId: one.fileId, alt: one.alt, caption, language };
      }
      const rest = rights ? [{ text: ` (${rights})` }] : [];
      return { type: "paragraph", spans: [{ text: one.caption || t("document"), href }, ...rest], language };
    }),
  ];
}

export function sourceName({ publisher, title }: Source): string {
  return publisher && !title.includes(publisher) ? `${publisher}: ${title}` : title;
}

/** Every source with its date, its language and the day it was read. */
export function sourcesOf({ sources }: Document, locale: Locale): Block[] {
  if (sources.length === 0) return [];
  const t = translator(locale, "reading");
  const x = translator(locale, "exports");
  const items = sources.map((source): Block[] => {
    const facts = [
      source.date ? formatPartialDate(source.date, locale) : t("dateNotShown"),
      source.language && languageIn(source.language, locale),
      source.accessedOn && x("accessed", { date: formatPartialDate(source.accessedOn, locale) }),
    ];
    const spans: Span[] = [{ text: `${sourceName(source)}, ${facts.filter(Boolean).join(", ")}` }];
    if (source.url) spans.push({ text: "\n" }, { text: source.url, href: source.url });
    return [{ type: "paragraph", spans }];
  });
  return [
    { type: "heading", level: 2, spans: plain(t("sources")) },
    { type: "list", ordered: true, start: 1, items },
  ];
}
