import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { translator } from "@/lib/i18n/translator";
import { absolute } from "@/lib/mail/letter";
import { mailToken } from "./mail-token";
import { thingOf } from "./mutations";
import { type NewsRow, newsFor, newsItem } from "./news";
import type { NewsItem } from "./types";

/**
 * The news of a mail that are still to be told: not what its reader has seen or put away meanwhile, and none to whoever
 * wants no mail any more.
 */
export async function mailedNews(actor: Actor, mailId: string): Promise<NewsItem[]> {
  const waiting = sql`n.seen_at is null and n.done_at is null
    and not exists (select 1 from people p where p.id = n.person_id and p.mail_rhythm = 'never')
    and n.id in (select m.notification_id from mail_notifications m where m.mail_id = ${mailId})`;
  const rows = await db.execute<NewsRow>(sql`${newsFor(actor, waiting, true)} order by n.created_at, n.id`);
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
