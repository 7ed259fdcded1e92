import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { reasonIn } from "@/lib/moderation/reason";
import { cityName, type NamedCity } from "@/lib/sessions/city-name";
import { formatClock, formatDay } from "@/lib/time/format";
import type { NotificationKind } from "./limits";
import type { InboxLine, NewsItem } from "./types";

/** Done by many, often. Of everything else the last one's name says enough. */
const COLLAPSED: readonly NotificationKind[] = ["comment", "reply", "mention"];

/** Whether a moderator's news is about a comment, or about a question itself. */
export function whatOf({ commentId }: Pick<NewsItem, "commentId">): "comment" | "ask" {
  return commentId === null ? "ask" : "comment";
}

/** Why something was hidden, or what else somebody wrote along with the news. */
export function noteIn({ kind, note }: Pick<NewsItem, "kind" | "note">, locale: Locale): string | null {
  return kind === "hidden" && note !== null ? reasonIn(note, locale) : note;
}

/** Whoever reads a mail has no page around it: "Anna Kowalska (Warsaw)". */
export function nameAndCity(name: string, city: NamedCity | null, locale: Locale): string {
  return city ? translator(locale, "mail")("news.nameAndCity", { name, city: cityName(city, locale) }) : name;
}

/** "Anna K., Joost V. and 3 others commented (12)" */
export function lineWords({ newest, names, people, total }: InboxLine, locale: Locale, zone: string): string {
  const t = translator(locale, "inbox");
  const many = COLLAPSED.includes(newest.kind);
  const at = newest.startsAt ?? newest.dueAt;
  const when = at ? `${formatDay(at, zone, locale)}, ${formatClock(at, zone, locale)}` : "";
  const [first = newest.actor, second] = names;
  const name =
    !many || !second
      ? first
      : people > names.length
        ? t("namesMore", { first, second, count: people - names.length })
        : t("namesTwo", { first, second });
  const said = t(`line.${newest.kind}`, {
    name,
    people: many ? people : 1,
    when,
    due: newest.dueAt ? "set" : "none",
    audience: newest.audience ?? "",
    answers: String(newest.answers),
    restored: String(newest.restored),
    what: whatOf(newest),
  });
  return many && total > people ? `${said} (${total})` : said;
}
