import type { Locale } from "@/lib/i18n/locales";
import { sentence, translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { Document, Funding, Observation } from "@/lib/write-ups/document";
import { formatValue, unitWord } from "@/lib/write-ups/figures";
import { type Block, named, type Span } from "./rich-text";

const plain = (text: string): Span[] => (text ? [{ text }] : []);
const heading = (text: string): Block => ({ type: "heading", level: 2, spans: plain(text) });

/** "about 250 households" */
export function figureIn(observation: Observation, locale: Locale): string {
  const t = translator(locale, "reading");
  const { word, value } = formatValue(observation, locale);
  const before = word === "about" ? t("about") : word === "at-most" ? t("atMost") : "";
  return [before, value, unitWord(observation)].filter(Boolean).join(" ");
}

/** "March 2020" or "March 2020 – May 2020" */
export function periodOf({ from, asOf }: Observation, locale: Locale): string {
  const dates = [from, asOf].flatMap((date) => (date ? [formatPartialDate(date, locale)] : []));
  return dates.length > 0 ? dates.join(" – ") : translator(locale, "reading")("dateNotShown");
}

/** "Counted, strong." */
export function evidenceIn({ evidence, strength }: Observation, locale: Locale): string {
  const words = [word(locale, "evidence", evidence), word(locale, "strength", strength)].filter(Boolean);
  return words.length > 0 ? `${words.join(", ")}.` : "";
}

/** Organisations, money, contact, and what it is filed under. */
export function factsOf(document: Document, language: string, locale: Locale): Block[] {
  return [
    ...organisationsOf(document, language, locale),
    ...fundingOf(document, language, locale),
    ...contactOf(document, locale),
    ...tagsOf(document, locale),
  ];
}

const word = (locale: Locale, list: string, key: string | null | undefined) =>
  key ? sentence(locale, `vocabulary.${list}.${key}`) : "";

function organisationsOf({ organisations }: Document, language: string, locale: Locale): Block[] {
  if (organisations.length === 0) return [];
  const t = translator(locale, "exports");
  const rows = organisations.map((one) => [
    [{ text: one.name, bold: true, href: one.url ?? undefined }],
    plain(
      [
        word(locale, "sector", one.sector),
        one.sseType ? sentence(locale, `vocabulary.sseType.${one.sseType}`) : "",
        one.legalForm ?? "",
      ]
        .filter(Boolean)
        .join(", "),
    ),
    plain(word(locale, "role", one.role)),
  ]);
  const head = [t("organisation"), t("sector"), t("role")].map(plain);
  return [
    heading(translator(locale, "reading")("organisations")),
    { type: "table", head, rows, named: true, language },
  ];
}

function fundingOf({ funding, sources }: Document, language: string, locale: Locale): Block[] {
  if (funding.length === 0) return [];
  const t = translator(locale, "exports");
  const rows = funding.map((one) => {
    const source = sources.find(({ id }) => id === one.sourceId);
    return [
      named(sentence(locale, `vocabulary.fundingKind.${one.kind}`), one.label),
      plain(amountOf(one, locale) ?? t("notKnown")),
      plain(one.date ? formatPartialDate(one.date, locale) : ""),
      source ? [{ text: source.publisher ?? source.title, href: source.url ?? undefined }] : [],
    ];
  });
  const head = [t("money"), t("amount"), t("date"), t("source")].map(plain);
  return [heading(t("funding")), { type: "table", head, rows, named: true, language }];
}

/** Minor units → "€15,000.00", in the currency's own number of decimals. */
function amountOf({ amount, currency }: Funding, locale: Locale): string | null {
  if (amount === null || currency === null) return null;
  const format = new Intl.NumberFormat(locale === "en" ? "en-IE" : locale, { style: "currency", currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

function contactOf({ contact }: Document, locale: Locale): Block[] {
  if (!contact?.name && !contact?.email) return [];
  const mail = contact.email ? [{ text: contact.email, href: `mailto:${contact.email}` }] : [];
  const spans: Span[] = contact.name ? [{ text: contact.email ? `${contact.name}, ` : contact.name }, ...mail] : mail;
  return [heading(translator(locale, "exports")("contact")), { type: "paragraph", spans }];
}

function tagsOf(document: Document, locale: Locale): Block[] {
  const t = translator(locale, "exports");
  const lines: [string, string[]][] = [
    [t("policyAreas"), document.policyAreas.map((key) => word(locale, "policyArea", key))],
    [t("themes"), document.themes.map((key) => word(locale, "theme", key))],
    [t("targetGroups"), document.targetGroups.map((key) => word(locale, "targetGroup", key))],
    [t("sdgs"), document.sdgs.map((key) => `${key} ${word(locale, "sdg", String(key))}`)],
    [t("maturity"), document.maturity ? [word(locale, "maturity", document.maturity)] : []],
    [t("participation"), document.participation ? [word(locale, "participation", document.participation)] : []],
    [t("scale"), document.scale ? [word(locale, "scale", document.scale)] : []],
  ];
  const items = lines.flatMap(([name, terms]): Block[][] =>
    terms.length > 0 ? [[{ type: "paragraph", spans: [{ text: `${name}: ${terms.join(", ")}` }] }]] : [],
  );
  if (items.length === 0) return [];
  return [heading(translator(locale, "reading")("tags")), { type: "list", ordered: false, start: 1, items }];
}
