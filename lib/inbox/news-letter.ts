import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { replyAddress } from "@/lib/inbound/address";
import { markerLine } from "@/lib/inbound/marker";
import { absolute, type Composed } from "@/lib/mail/letter";
import { mailToken } from "./mail-token";
import { thingOf } from "./mutations";
import { type NewsRow, newsFor, newsItem } from "./news";
import { blocksOf } from "./news-blocks";
import { newsPath, verbOf } from "./paths";
import type { NewsItem } from "./types";

/** What is new for a person, as they may know it at the moment of sending. */
export async function newsLetter(mailId: string, personId: string | null): Promise<Composed> {
  const actor = personId ? await actorOf(personId).catch(() => null) : null;
  if (!actor) return { dropped: "gone" };
  const items = await mailedNews(actor, mailId);
  const [first] = items;
  if (!first) return { dropped: "access ended" };
  const t = translator(actor.locale, "mail");
  const blocks = await Promise.all(items.map((item, n) => blocksOf(actor, item, items[n - 1])));
  const replyTo = answeredBy(actor, items);
  const one = items.every((item) => newsPath(item) === newsPath(first));
  return {
    letter: {
      locale: actor.locale,
      subject:
        items.length === 1 ? headline(actor, first) : t("news.several", { count: items.length, title: first.title }),
      blocks: blocks.flat(),
      footer: `${t("news.footer")}${replyTo ? ` ${t("news.replyTo")}` : ""}`,
      links: waysOut(actor, one ? first : null),
      unsubscribe: absolute(`/unsubscribe/${mailToken(actor.personId, null)}`),
      ...(one && { thread: newsPath(first).slice(1).replace("s/", "-") }),
      ...(replyTo && { replyTo, above: markerLine(actor.locale) }),
    },
  };
}

/** The news of a mail that are still to be told: not what its reader has seen or put away meanwhile. */
export async function mailedNews(actor: Actor, mailId: string): Promise<NewsItem[]> {
  const waiting = sql`n.seen_at is null and n.done_at is null
    and n.id in (select m.notification_id from mail_notifications m where m.mail_id = ${mailId})`;
  const rows = await db.execute<NewsRow>(sql`${newsFor(actor, waiting)} order by n.created_at, n.id`);
  return rows.map((row) => newsItem(actor, row));
}

/** The Inbox; and the page on which one says how often mail comes, or that one wants to hear no more of this. */
export function waysOut(actor: Actor, about: NewsItem | null): { text: string; href: string }[] {
  const t = translator(actor.locale, "mail");
  const token = mailToken(actor.personId, about && thingOf(about));
  return [
    { text: t("news.inbox"), href: absolute("/inbox") },
    { text: t(about ? "news.lessOrMute" : "news.less"), href: absolute(`/unsubscribe/${token}`) },
  ];
}

/** Where an answer by mail goes: to the newest comment, when all that is told belongs to one conversation. */
function answeredBy(actor: Actor, items: NewsItem[]): string | null {
  const newest = items.at(-1);
  if (!newest?.commentId || !items.every((item) => item.rootId === newest.rootId && verbOf(item) === "answer"))
    return null;
  return replyAddress({ kind: "comment", id: newest.commentId, personId: actor.personId });
}

/** "Joost V. commented on “Torino Solidale”" */
function headline(actor: Actor, { kind, actor: name, title, audience, restored }: NewsItem): string {
  const values = { name, title, audience: audience ?? "", restored: String(restored) };
  return translator(actor.locale, "mail")(`news.${kind}`, values);
}
