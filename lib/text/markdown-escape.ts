export type CharacterKind = "blank" | "sign" | "letter";

/** How the renderer sees a character beside a mark. It looks at UTF-16 units, so that an emoji is a letter to it. */
export function kindOf(character: string): CharacterKind {
  if (/\s/.test(character)) return "blank";
  return character.length === 1 && /[\p{P}\p{S}]/u.test(character) ? "sign" : "letter";
}

interface Around {
  firstInLine: boolean;
  beforeLink: boolean;
  inLink: boolean;
  inTable: boolean;
  encodeFirst: boolean;
  encodeLast: boolean;
}

/** Words that stay words: what Markdown would take for a sign of its own gets a backslash. A "\n" becomes a hard break. */
export function escapeText(text: string, around: Around): string {
  const characters = [...text];
  const first = around.encodeFirst ? reference(characters.shift()) : "";
  const end = around.encodeLast && characters.length > 0 ? reference(characters.pop()) : "";
  const lines = characters
    .join("")
    .split("\n")
    .map((line, index) => {
      const escaped = escapeLine(line, around);
      const begins = index > 0 || (around.firstInLine && first === "");
      return begins ? escapeStart(escaped) : escaped;
    });
  const body = lines.join("\\\n");
  return first + (around.beforeLink && end === "" ? body.replace(/!$/, "\\!") : body) + end;
}

function reference(character: string | undefined): string {
  return character ? `&#x${character.codePointAt(0)?.toString(16)};` : "";
}

function escapeLine(line: string, { inLink, inTable }: Around): string {
  const escaped = line
    .replace(/[\\`*[~_]/g, (sign, at: number) => (sign === "_" && inWord(line, at) ? sign : `\\${sign}`))
    // At the end, what follows in another piece, such as code, could make a mail address of it.
    .replace(/<(?=[a-z/!?]|[^\s<>]*$)/gi, "\\<")
    .replace(/&(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);)/gi, "\\&");
  // A link holds no other: addresses are safe there, and its own end is not.
  const settled = inLink
    ? escaped.replace(/\]/g, "\\]")
    : escaped
        .replace(/@(?=[\w-])/g, "\\@")
        .replace(/(https?):(?=\/\/)/gi, "$1\\:")
        .replace(/(www)\./gi, "$1\\.");
  return inTable ? settled.replace(/\|/g, "\\|") : settled;
}

function inWord(line: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(line[at - 1] ?? "") && /[\p{L}\p{N}]/u.test(line[at + 1] ?? "");
}

/** What only counts at the start of a line: headings, lists, quotes, rules, underlines and tables. */
function escapeStart(line: string): string {
  return line
    .replace(/^#{1,6}(?=\s|$)/, "\\$&")
    .replace(/^\+(?=\s|$)/, "\\$&")
    .replace(/^(?:[->|]|=+(?=\s*$)|:(?=-))/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** Code between enough backticks, or null where a table could not hold it. */
export function inCode(text: string, inTable: boolean): string | null {
  if (inTable && /\\\||\\$/.test(text)) return null;
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  const words = inTable ? text.replaceAll("|", "\\|") : text;
  return `${fence}${pad}${words}${pad}${fence}`;
}
