import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { absolute, type Block, type Composed } from "@/lib/mail/letter";
import { formatClock, formatDay } from "@/lib/time/format";
import { type NewsRow, newsFor, newsItem } from "./news";
import { answerPath, newsPath } from "./paths";
import type { NewsItem } from "./types";

/** What is new for a person, as they may know it at the moment of sending. */
export async function newsLetter(mailId: string, personId: string | null): Promise<Composed> {
  const actor = personId ? await actorOf(personId).catch(() => null) : null;
  if (!actor) return { dropped: "gone" };
  const rows = await db.execute<NewsRow>(
    sql`${newsFor(actor, sql`n.id in (select m.notification_id from mail_notifications m where m.mail_id = ${mailId})`)} order by n.created_at, n.id`,
  );
  const items = rows.map(newsItem);
  const [first] = items;
  if (!first) return { dropped: "access ended" };
  const t = translator(actor.locale, "mail");
  const subject =
    items.length === 1 ? headline(actor, first) : t("news.several", { count: items.length, title: first.title });
  return {
    letter: {
      locale: actor.locale,
      subject,
      blocks: items.flatMap((item, n) => blocksOf(actor, item, items[n - 1])),
      footer: t("news.footer", { url: absolute("/inbox") }),
    },
  };
}

/** "Joost V. commented on “Torino Solidale”" */
function headline(actor: Actor, { kind, actor: name, title, audience }: NewsItem): string {
  return translator(actor.locale, "mail")(`news.${kind}`, { name, title, audience: audience ?? "" });
}

function blocksOf(actor: Actor, item: NewsItem, before: NewsItem | undefined): Block[] {
  const t = translator(actor.locale, "mail");
  const { comment, note, kind } = item;
  const when = whenIn(actor, item);
  const values = { name: item.actor, when, audience: item.audience ?? "" };
  const blocks: Block[] = [];
  if (!before || newsPath(before) !== newsPath(item))
    blocks.push({ kind: "heading", text: item.title, language: item.titleLanguage });
  blocks.push({ kind: "text", text: translator(actor.locale, "inbox")(`line.${kind}`, values) });
  if (kind === "session-cancelled") blocks.push({ kind: "text", text: when });
  if (comment) blocks.push({ kind: "quote", ...comment });
  if (kind === "returned" && note) blocks.push({ kind: "text", text: note });
  const answer = answerPath(item);
  blocks.push({
    kind: "link",
    text: t(answer ? "news.answer" : "news.open"),
    href: absolute(answer ?? newsPath(item)),
  });
  return blocks;
}

/** Day and time on the recipient's own clock, which is named. */
function whenIn({ locale, zone }: Actor, { startsAt }: NewsItem): string {
  if (!startsAt) return "";
  const values = { day: formatDay(startsAt, zone, locale), clock: formatClock(startsAt, zone, locale), zone };
  return translator(locale, "mail")("news.when", values);
}
