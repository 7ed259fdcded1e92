import "server-only";
import { heading, type Outline, type Part, plain } from "@/lib/exports/outline";
import { type Block, richText, type Span } from "@/lib/exports/rich-text";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatDateTime, formatDay } from "@/lib/time/format";
import type { MinutesView } from "./types";
import { presentWords, speakerWords, takenOnBy, whenWords } from "./words";

interface Place {
  locale: Locale;
  zone: string;
  site: URL;
}

/** The minutes from their title to the amendments, in the order of the page. */
export function minutesOutline(view: MinutesView, { locale, zone, site }: Place): Outline {
  const { session, summary } = view;
  const t = translator(locale, "minutes");
  const state = view.locked
    ? t("lockedOn", { name: view.locked.by, day: formatDay(view.locked.at, zone, locale) })
    : t("notLocked");
  return {
    title: session.title,
    language: locale,
    url: new URL(`/sessions/${session.id}/minutes`, site).href,
    blocks: [
      { type: "heading", level: 1, spans: plain(session.title), language: session.language },
      muted(whenWords(session, locale)),
      muted(`${translator(locale, "sessions")(`confidentiality.${session.confidentiality}`)} ${state}`),
      ...(session.purpose
        ? [
            {
              type: "paragraph" as const,
              tone: "lead" as const,
              spans: plain(session.purpose),
              language: session.language,
            },
          ]
        : []),
      ...(summary ? [heading(2, t("summary")), ...richText(summary.html).map(inLanguage(summary.language))] : []),
      ...outputsOf(view, locale),
      ...section(
        t("takenOn"),
        view.commitments.map((one) => item(one.what, takenOnBy(one, locale), one.language)),
      ),
      ...section(
        t("openQuestions"),
        view.openQuestions.map(({ body, by, language }) => item(body, speakerWords(by, locale), language)),
      ),
      ...section(
        t("whoCame", { count: view.attendance.total }),
        view.attendance.cities.map((city) => {
          const { place, who } = presentWords(city, locale);
          return item(`${place}: ${who}`);
        }),
      ),
      ...section(
        t("amendments"),
        view.amendments.map(({ body, author, at, language }) =>
          item(body, `${author}, ${formatDateTime(at, zone, locale)}`, language),
        ),
      ),
    ],
  };
}

function outputsOf({ parts }: MinutesView, locale: Locale): Part[] {
  const t = translator(locale, "minutes");
  if (parts.length === 0) return [];
  const steps = parts.flatMap(({ step, outputs }): Block[] => [
    heading(3, step?.title ?? t("noStep")),
    list(
      outputs.map(({ kind, body, by, language }) =>
        item(body, speakerWords(by, locale), language, kind === "note" ? "" : t(`kind.${kind}`)),
      ),
    ),
  ]);
  return [heading(2, t("outputs")), ...steps];
}

function section(title: string, items: Block[][]): Part[] {
  return items.length > 0 ? [heading(2, title), list(items)] : [];
}

function item(words: string, note = "", language?: string, kind = ""): Block[] {
  const spans: Span[] = [...(kind ? [{ text: `${kind}: `, bold: true }] : []), ...plain(words)];
  const said: Block = { type: "paragraph", spans, ...(language ? { language } : {}) };
  return note ? [said, muted(note)] : [said];
}

const list = (items: Block[][]): Block => ({ type: "list", ordered: false, start: 1, items });
const muted = (text: string): Block => ({ type: "paragraph", tone: "muted", spans: plain(text) });
const inLanguage =
  (language: string) =>
  (block: Block): Block => ({ language, ...block });
