import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { thingOf } from "@/lib/comments/types";
import { translator } from "@/lib/i18n/translator";
import { absolute, type Block } from "@/lib/mail/letter";
import { atComment, commentLinkFor } from "@/lib/signed-links/link-for";
import { formatClock, formatDay } from "@/lib/time/format";
import { clockNameOf } from "./clock-name";
import { firstWords, firstWordsOf } from "./first-words";
import { nameAndCity, noteIn, whatOf } from "./line-words";
import { actPath, newsPath, verbOf } from "./paths";
import type { NewsItem } from "./types";
import { whatChanged } from "./what-changed";

const CONTEXT = 240;

/** The news of a mail, each with all that one needs to know to act on it. */
export async function blocksOf(actor: Actor, items: readonly NewsItem[]): Promise<Block[]> {
  const [links, place] = await Promise.all([linksFor(actor, items), clockNameOf(actor)]);
  const reader = { ...actor, place };
  const blocks = await Promise.all(items.map((item, n) => oneOf(reader, item, items[n - 1], links)));
  return blocks.flat();
}

/** With what their clock is called. */
interface Recipient extends Actor {
  place: string;
}

/** `before` is what the mail tells just above it. */
async function oneOf(actor: Recipient, item: NewsItem, before: NewsItem | undefined, links: Links): Promise<Block[]> {
  const { title: text, titleLanguage: language, comment } = item;
  const said: Block = { kind: "text", text: sentence(actor, item) };
  const link = links.get(newsPath(item));
  return [
    ...(before && newsPath(before) === newsPath(item) ? [] : [{ kind: "heading", text, language } as const]),
    said,
    ...times(actor, item),
    ...(before && before.rootId === item.rootId ? [] : context(actor, item)),
    ...(comment ? [{ kind: "quote", ...comment } as const] : []),
    ...noteOf(actor, item),
    ...(item.kind === "released" || item.kind === "found" ? await contents(actor, item) : []),
    {
      kind: "link",
      text: translator(actor.locale, "mail")(`news.verb.${verbOf(item)}`),
      href: absolute(link && verbOf(item) === "answer" ? atComment(link, item.commentId) : actPath(item)),
    },
  ];
}

/** By the thing's path. */
type Links = ReadonlyMap<string, string>;

/** To answer one need not sign in, wherever the mail is read: one link for each thing. */
async function linksFor({ personId }: Actor, items: readonly NewsItem[]): Promise<Links> {
  const links = new Map<string, string>();
  for (const item of items) {
    const about = verbOf(item) === "answer" ? thingOf(item) : null;
    if (about && !links.has(newsPath(item))) links.set(newsPath(item), await commentLinkFor(db, personId, about));
  }
  return links;
}

function sentence(actor: Recipient, item: NewsItem): string {
  return translator(actor.locale, "inbox")(`line.${item.kind}`, {
    name: nameAndCity(item.actor, item.actorCity, actor.locale),
    people: 1,
    when: whenIn(actor, item.startsAt ?? item.dueAt),
    due: item.dueAt ? "set" : "none",
    audience: item.audience ?? "",
    answers: String(item.answers),
    restored: String(item.restored),
    what: whatOf(item),
  });
}

/** What a conversation is about: the passage, and the comment that is answered. */
function context(actor: Actor, { passage, answered }: NewsItem): Block[] {
  const t = translator(actor.locale, "mail");
  const about = (label: string, text: string, language: string): Block => ({ kind: "about", label, text, language });
  const answers = ({ author, city, html, language }: NonNullable<typeof answered>) => {
    const name = nameAndCity(author, city, actor.locale);
    return about(t("news.answered", { name }), firstWordsOf(html, CONTEXT), language);
  };
  return [
    ...(passage?.quote ? [about(t("news.passage"), firstWords(passage.quote, CONTEXT), passage.language)] : []),
    ...(answered ? [answers(answered)] : []),
  ];
}

/** What somebody wrote along with it, and who. */
function noteOf(actor: Actor, item: NewsItem): Block[] {
  const text = noteIn(item, actor.locale);
  const name = nameAndCity(item.actor, item.actorCity, actor.locale);
  const label = translator(actor.locale, "mail")("news.writes", { name });
  return text ? [{ kind: "rows", rows: [{ label, text }] }] : [];
}

/** The hour of a session that was cancelled, or the one it was moved from. */
function times(actor: Recipient, { kind, startsAt, movedFrom }: NewsItem): Block[] {
  if (kind === "session-cancelled") return [{ kind: "text", text: whenIn(actor, startsAt) }];
  if (!movedFrom) return [];
  const t = translator(actor.locale, "mail");
  const row = (label: "before" | "now", at: Date | null) => ({ label: t(`news.${label}`), text: whenIn(actor, at) });
  return [{ kind: "rows", rows: [row("before", movedFrom), row("now", startsAt)] }];
}

/** The sentences that a release changed; of what is shared for the first time what it is, in short. */
async function contents(actor: Actor, { kind, writeUpId, card, titleLanguage }: NewsItem): Promise<Block[]> {
  const t = translator(actor.locale, "mail");
  const changes = kind === "released" && writeUpId ? await whatChanged(actor, writeUpId, titleLanguage) : [];
  if (changes.length === 0) return card ? [{ kind: "text", text: card, language: titleLanguage }] : [];
  return changes.flatMap(({ part, before, after, language }) => [
    { kind: "text", text: part } as const,
    {
      kind: "rows",
      rows: [
        ...(before ? [{ label: t("news.before"), text: before, language }] : []),
        ...(after ? [{ label: t("news.now"), text: after, language }] : []),
      ],
    } as const,
  ]);
}

/** Day and time on the recipient's own clock, which is named. */
function whenIn({ locale, zone, place }: Recipient, at: Date | null): string {
  if (!at) return "";
  const values = { day: formatDay(at, zone, locale), clock: formatClock(at, zone, locale), place };
  return translator(locale, "mail")("news.when", values);
}
