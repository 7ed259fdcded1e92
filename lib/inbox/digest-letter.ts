import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { absolute, type Block, type Composed } from "@/lib/mail/letter";
import { firstWordsOf } from "./first-words";
import { DIGEST_GROUPS } from "./limits";
import { lineWords, nameAndCity } from "./line-words";
import { groupNews } from "./lines";
import { mailToken } from "./mail-token";
import { mailedNews, waysOut } from "./mailed";
import { readPath, toDo } from "./paths";
import type { InboxGroup, NewsItem } from "./types";

/** Kinds of news of one thing that fit in a line. */
const KINDS = 2;
const WORDS = 100;

/** All that came together in a day or a week, as its reader may know it at the moment of sending, in one screen. */
export async function digestLetter(mailId: string, personId: string | null): Promise<Composed> {
  const actor = personId ? await actorOf(personId).catch(() => null) : null;
  if (!actor) return { dropped: "gone" };
  return gathered(actor, await mailedNews(actor, mailId), translator(actor.locale, "digest")("footer"));
}

/** The same for whatever news: by thing, and no more of them than one screen holds. */
export function gathered(actor: Actor, items: NewsItem[], footer: string): Composed {
  const groups = groupNews(
    items.map((item) => ({ ...item, actor: nameAndCity(item.actor, item.actorCity, actor.locale) })),
  );
  const [first] = groups;
  if (!first) return { dropped: "nothing new" };
  const t = translator(actor.locale, "digest");
  const shown = groups.slice(0, DIGEST_GROUPS);
  const more = groups.length - shown.length;
  const inbox = absolute("/inbox");
  return {
    letter: {
      locale: actor.locale,
      subject: t("subject", { count: items.length, title: first.newest.title, others: groups.length - 1 }),
      blocks: [
        ...(groups.length > 1
          ? [{ kind: "text", text: t("lead", { count: items.length, things: groups.length }) } as const]
          : []),
        ...shown.map((group) => blockOf(actor, group)),
        { kind: "link", text: more > 0 ? t("more", { count: more }) : t("inbox"), href: inbox },
      ],
      footer,
      links: waysOut(actor, null).slice(1),
      unsubscribe: absolute(`/unsubscribe/${mailToken(actor.personId, null)}`),
    },
  };
}

/** The thing, who did what, and the newest sentence. */
function blockOf(actor: Actor, group: InboxGroup): Block {
  const item = toDo(group);
  const { newest, lines } = group;
  const said = lines.slice(0, KINDS).map((line) => lineWords(line, actor.locale, actor.zone));
  const rest = lines.slice(KINDS).reduce((sum, { total }) => sum + total, 0);
  if (rest > 0) said.push(translator(actor.locale, "inbox")("more", { count: rest }));
  const spoken = lines.find(({ newest: { comment } }) => comment)?.newest.comment;
  return {
    kind: "group",
    title: { text: newest.title, language: newest.titleLanguage },
    href: absolute(readPath(item)),
    line: said.join(" · "),
    words: spoken ? { text: firstWordsOf(spoken.html, WORDS), language: spoken.language } : undefined,
  };
}
