import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatClock, formatDay } from "@/lib/time/format";
import type { NotificationKind } from "./limits";
import type { InboxLine } from "./types";

/** Done by many, often. Of everything else the last one's name says enough. */
const COLLAPSED: readonly NotificationKind[] = ["comment", "reply", "mention"];

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
    restored: String(newest.restored),
  });
  return many && total > people ? `${said} (${total})` : said;
}
