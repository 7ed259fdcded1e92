import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { replyAddress } from "@/lib/inbound/address";
import { markerLine } from "@/lib/inbound/marker";
import { absolute, type Composed } from "@/lib/mail/letter";
import { gathered } from "./digest-letter";
import { NEWS_IN_FULL } from "./limits";
import { whatOf } from "./line-words";
import { mailToken } from "./mail-token";
import { mailedNews, waysOut } from "./mailed";
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
  if (items.length > NEWS_IN_FULL) return gathered(actor, items, t("news.footer"));
  const blocks = await blocksOf(actor, items);
  const replyTo = answeredBy(actor, items);
  const one = items.every((item) => newsPath(item) === newsPath(first));
  return {
    letter: {
      locale: actor.locale,
      subject:
        items.length === 1 ? headline(actor, first) : t("news.several", { count: items.length, title: first.title }),
      blocks,
      footer: `${t("news.footer")}${replyTo ? ` ${t("news.replyTo")}` : ""}`,
      links: waysOut(actor, one ? first : null),
      unsubscribe: absolute(`/unsubscribe/${mailToken(actor.personId, null)}`),
      ...(one && { thread: newsPath(first).slice(1).replace("s/", "-") }),
      ...(replyTo && { replyTo, above: markerLine(actor.locale) }),
    },
  };
}

/** Where an answer by mail goes: to the newest comment, when all that is told belongs to one conversation. */
function answeredBy(actor: Actor, items: NewsItem[]): string | null {
  const newest = items.at(-1);
  if (!newest?.commentId || !items.every((item) => item.rootId === newest.rootId && verbOf(item) === "answer"))
    return null;
  return replyAddress({ kind: "comment", id: newest.commentId, personId: actor.personId });
}

/** "Joost V. commented on “Torino Solidale”" */
function headline(actor: Actor, item: NewsItem): string {
  const { kind, actor: name, title, audience, answers, restored } = item;
  const values = {
    ...{ name, title, audience: audience ?? "", answers: String(answers), restored: String(restored) },
    what: whatOf(item),
  };
  return translator(actor.locale, "mail")(`news.${kind}`, values);
}
