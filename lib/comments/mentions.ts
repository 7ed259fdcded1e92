import { MENTIONS_MAX } from "./limits";

/** Somebody, or a city, that can be called by "@" and a name. */
export interface Callable {
  kind: "person" | "city";
  id: string;
  href: string;
  /** What may be typed after the "@": the first is the usual one; the last of a person says their city too. */
  names: string[];
}

/** A name in a comment that more than one person has. */
export interface Unclear {
  name: string;
  count: number;
  /** What to type instead. */
  instead: string;
}

export interface Called {
  html: string;
  called: Callable[];
  unclear: Unclear[];
}

const TAG = /(<[^>]*>)/;
/** A name is not called in a link, in what somebody else said, and not where letters stand as they are. */
const DEAF = /^<(\/?)(a|code|pre|blockquote)\b/;
const POSITIONS_MAX = 200;

/**
 * Makes links of the names that a comment calls in its rendered HTML, as they were typed. Of two names that fit the longer
 * one is meant; of two people with the same name the one among `chosen`, else nobody.
 */
export function linkMentions(html: string, callable: readonly Callable[], chosen: ReadonlySet<string>): Called {
  const called = new Map<string, Callable>();
  const unclear = new Map<string, Unclear>();
  const names = byName(callable);
  let deaf = 0;
  let positions = 0;

  const link = (text: string) => {
    const words = decode(text);
    const folded = fold(words);
    let out = "";
    let from = 0;
    for (let at = words.indexOf("@"); at >= 0; at = words.indexOf("@", Math.max(at + 1, from))) {
      positions += 1;
      if (positions > POSITIONS_MAX || isInside(words, at)) continue;
      const found = longest(folded, words, at + 1, names);
      if (!found) continue;
      const [first, ...others] = found.who;
      const one = others.length === 0 ? first : found.who.find(({ id }) => chosen.has(id));
      if (one && (called.has(one.id) || called.size < MENTIONS_MAX)) {
        called.set(one.id, one);
        out += `${encode(words.slice(from, at))}<a href="${one.href}">${encode(words.slice(at, found.end))}</a>`;
        from = found.end;
      } else if (!one && first) {
        const name = words.slice(at + 1, found.end);
        unclear.set(found.name, { name, count: found.who.length, instead: first.names.at(-1) ?? name });
      }
    }
    return from === 0 ? text : out + encode(words.slice(from));
  };

  const linked = html.split(TAG).map((piece) => {
    const tag = DEAF.exec(piece);
    if (tag) deaf += tag[1] ? -1 : 1;
    return piece.startsWith("<") || deaf > 0 || !piece.includes("@") ? piece : link(piece);
  });
  return { html: linked.join(""), called: [...called.values()], unclear: [...unclear.values()] };
}

/** Letters as one compares them: without case and marks. Each takes the place it had. */
export function fold(text: string): string {
  return Array.from(text, (letter) => {
    const plain = PLAIN[letter.toLowerCase()] ?? letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.length === letter.length ? plain : letter;
  }).join("");
}

const PLAIN: Record<string, string> = { ł: "l", ø: "o", đ: "d", ı: "i", "’": "'" };

function byName(callable: readonly Callable[]): [string, Callable[]][] {
  const names = new Map<string, Callable[]>();
  for (const one of callable) {
    for (const name of new Set(one.names.map(fold))) {
      const same = names.get(name);
      if (same) same.push(one);
      else if (name.length > 1) names.set(name, [one]);
    }
  }
  return [...names].sort(([one], [other]) => other.length - one.length);
}

function longest(folded: string, words: string, start: number, names: [string, Callable[]][]) {
  for (const [name, who] of names) {
    const end = start + name.length;
    if (folded.startsWith(name, start) && !/[\p{L}\p{N}]/u.test(words.charAt(end))) return { name, who, end };
  }
  return null;
}

/** Whether the sign stands inside a word, as in an address. */
function isInside(words: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}_.@+-]/u.test(words.charAt(at - 1));
}

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
const decode = (text: string) => text.replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
const encode = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
