import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { sentence, translator } from "@/lib/i18n/translator";
import { formatDay, formatPartialDate, sinceParts } from "@/lib/time/format";
import { comparePartialDates } from "@/lib/time/partial-date";
import type { Document } from "@/lib/write-ups/document";
import { evidenceIn, factsOf, figureIn, periodOf } from "./outline-facts";
import { mediaOf, sourceName, sourcesOf } from "./outline-parts";
import { type Block, named, richText, type Span } from "./rich-text";
import type { ReadableText, ReadableWriteUp } from "./types";

export interface Outline {
  title: string;
  /** The language of its words. Headings are in the reader's and say so. */
  language: string;
  url: string;
  blocks: Part[];
}

/** A block, or a section's own Markdown beside the blocks made from it. */
export type Part = Block | { type: "prose"; markdown: string; blocks: Block[] };

export interface Place {
  locale: Locale;
  zone: string;
  site: URL;
}

/** One language version from its title to its sources, in the order of the page. */
export function outlineOf(writeUp: ReadableWriteUp, text: ReadableText, place: Place): Outline {
  const { document, language } = text;
  const url = new URL(`/write-ups/${writeUp.id}${language === writeUp.language ? "" : `?in=${language}`}`, place.site)
    .href;
  const ours = place.locale === language ? undefined : place.locale;
  const mine = (blocks: Part[]): Part[] => blocks.map((block) => (ours ? { language: ours, ...block } : block));
  return {
    title: document.title,
    language,
    url,
    blocks: [
      { type: "heading", level: 1, spans: plain(document.title) },
      ...mine(openingOf(writeUp, text, url, place)),
      ...(document.card ? [{ type: "paragraph" as const, tone: "lead" as const, spans: plain(document.card) }] : []),
      ...mine(figuresOf(document, language, place.locale)),
      ...mine(timelineOf(document, language, place.locale)),
      ...sectionsOf(document, writeUp.city.name, place.locale, mine),
      ...mine(factsOf(document, language, place.locale)),
      ...mine(mediaOf(document, language, place)),
      ...mine(leftEmptyOf(document, place.locale)),
      ...mine(sourcesOf(document, place.locale)),
    ],
  };
}

export const plain = (text: string): Span[] => (text ? [{ text }] : []);
export const heading = (level: number, text: string): Block => ({ type: "heading", level, spans: plain(text) });

/** Whose it is, who reads it, of when it is. */
function openingOf(writeUp: ReadableWriteUp, text: ReadableText, url: string, { locale, zone }: Place): Block[] {
  const reading = translator(locale, "reading");
  const t = translator(locale, "exports");
  const { city, crisis, revision } = writeUp;
  const kind = [
    city.name,
    reading(writeUp.kind),
    crisis && (crisis.id === "covid-19" ? "COVID-19" : sentence(locale, `vocabulary.crisisType.${crisis.type}`)),
    text.document.startedOn && reading("since", sinceParts(text.document.startedOn, locale)),
  ];
  const state = revision
    ? t("revision", { number: revision.number, date: formatDay(revision.releasedAt, zone, locale) })
    : t("inHand", { city: city.name, date: formatDay(writeUp.updatedAt, zone, locale) });
  const language =
    text.language === writeUp.language
      ? t("original", { language: languageIn(text.language, locale) })
      : t("translation", {
          language: languageIn(text.language, locale),
          original: languageIn(writeUp.language, locale),
          behind: text.behind,
          machine: text.machine ? "yes" : "no",
        });
  const notes = [reading(`audienceLine.${writeUp.audience}`, { city: city.name }), state, language].map(ended);
  if (writeUp.demo) notes.push(reading("demoNote"));
  return [
    { type: "paragraph", tone: "muted", spans: plain(kind.filter(Boolean).join(" · ")) },
    { type: "paragraph", tone: "muted", spans: [{ text: `${notes.join(" ")} ` }, { text: url, href: url }] },
  ];
}

const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function figuresOf(document: Document, language: string, locale: Locale): Block[] {
  if (document.observations.length === 0) return [];
  const t = translator(locale, "reading");
  const rows = document.observations.map((one) => [
    named(one.label, [one.note, evidenceIn(one, locale)].filter(Boolean).join(" ")),
    plain(figureIn(one, locale)),
    plain(periodOf(one, locale)),
    sourceSpans(document, one.sourceId, locale),
  ]);
  const head = [t("figure"), t("value"), t("asOf"), t("source")].map(plain);
  return [heading(2, t("figures")), { type: "table", head, rows, named: true, language }];
}

function timelineOf(document: Document, language: string, locale: Locale): Block[] {
  if (document.timeline.length === 0) return [];
  const t = translator(locale, "reading");
  const x = translator(locale, "exports");
  const rows = [...document.timeline]
    .sort((a, b) => comparePartialDates(a.date, b.date))
    .map((entry) => [
      named(formatPartialDate(entry.date, locale)),
      plain(t(`phases.${entry.phase}.name`)),
      plain(
        [
          entry.who ? `${entry.what} (${entry.who})` : entry.what,
          entry.effect,
          entry.decisionLevel && x("decidedBy", { level: entry.decisionLevel }),
        ]
          .filter(Boolean)
          .join("\n"),
      ),
      sourceSpans(document, entry.sourceId, locale),
    ]);
  const head = [x("date"), x("phase"), x("what"), t("source")].map(plain);
  return [heading(2, t("timeline")), { type: "table", head, rows, named: true, language }];
}

function sectionsOf(document: Document, city: string, locale: Locale, mine: (blocks: Part[]) => Part[]): Part[] {
  const t = translator(locale, "reading");
  return document.sections.flatMap((section): Part[] => {
    const blocks = section.key === "conditions" ? document.buildingBlocks : [];
    if (section.markdown === "" && blocks.length === 0) return [];
    const note =
      section.audience === "cohort"
        ? t("forCohort", { city })
        : section.audience === "city"
          ? t("forCity", { city })
          : null;
    return [
      ...mine([heading(2, t(`sections.${section.key}`))]),
      ...(note ? mine([{ type: "paragraph", tone: "muted", spans: plain(note) }]) : []),
      ...(section.markdown
        ? [{ type: "prose" as const, markdown: section.markdown, blocks: richText(section.html) }]
        : []),
      ...(blocks.length > 0
        ? [
            ...mine([heading(3, t("parts"))]),
            {
              type: "table" as const,
              named: true,
              head: [t("part"), t("needs"), t("canBeTaken")].map(plain),
              rows: blocks.map((block) => [
                named(block.name, block.what),
                plain(block.needs),
                plain(t(`transferable.${block.transferable}`)),
              ]),
            },
          ]
        : []),
    ];
  });
}

function leftEmptyOf(document: Document, locale: Locale): Block[] {
  const t = translator(locale, "reading");
  const items = document.sections
    .filter(({ key, markdown }) => markdown === "" && !(key === "conditions" && document.buildingBlocks.length > 0))
    .map(({ key, empty }): Block[] => {
      const by = empty?.by ? formatPartialDate(empty.by, locale) : "none";
      const why = empty ? t(`empty.${empty.why}`, { by }) : t("empty.untouched");
      return [{ type: "paragraph", spans: [{ text: `${t(`sections.${key}`)}: ${why}` }] }];
    });
  return items.length > 0 ? [heading(2, t("leftEmpty")), { type: "list", ordered: false, start: 1, items }] : [];
}

function sourceSpans(document: Document, sourceId: string | null, locale: Locale): Span[] {
  const source = document.sources.find(({ id }) => id === sourceId);
  if (!source) return plain(translator(locale, "reading")("noSource"));
  return [{ text: source.publisher ?? sourceName(source), href: source.url ?? undefined }];
}
