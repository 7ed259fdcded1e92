import { isId } from "@/lib/ids";
import { anchorFrom } from "./anchor";
import { arrange } from "./arrange";
import type { ReadText } from "./read";
import { isShared } from "./shared";
import type { OpenAt, PassageTalk } from "./types";
import { wordsOf } from "./words";

type Query = Record<string, string | string[] | undefined>;

/** The comment that an address asks for, to stand among those beside the text. */
export function wantedIn({ reply, comment }: Query): string | undefined {
  return isId(reply) ? reply : isId(comment) ? comment : undefined;
}

/**
 * The field that an address opens in the text: `?passage=problem.3` for a new comment on a block, `?reply=<id>` for an answer
 * where the comment stands beside a passage. `root`: the comment that begins the conversation of the one that is wanted.
 */
export function openIn(
  query: Query,
  text: ReadText,
  talk: PassageTalk,
  root: { id: string; name: string } | null,
): OpenAt | null {
  if (!talk.post) return null;
  if (isId(query.reply)) {
    const found = [...arrange(text, talk.beside)].flatMap(([section, { here }]) =>
      here.filter(({ id }) => id === root?.id).map(({ place }) => ({ section, place })),
    )[0];
    const html = text.sections.find(({ key }) => key === found?.section)?.html ?? "";
    const block = wordsOf(html).blocks.find(
      ({ start, end }) => found && found.place.end > start && found.place.end <= end,
    );
    if (!found || !block || !root) return null;
    return { section: found.section, block: block.n, field: { kind: "reply", id: query.reply, name: root.name } };
  }
  const [, section = "", n] = /^([a-z-]{1,40})\.(\d{1,4})$/.exec(String(query.passage ?? "")) ?? [];
  const words = wordsOf(text.sections.find(({ key }) => key === section)?.html ?? "");
  const block = words.blocks[Number(n)];
  if (!block) return null;
  const anchor = anchorFrom({ section, language: text.language }, words.text, block.start, block.end);
  return { section, block: block.n, field: { kind: "new", anchor, inside: !isShared(anchor.quote, section, talk) } };
}
