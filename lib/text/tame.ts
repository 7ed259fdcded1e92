/** So deep may quotations and lists stand in one another on one line; what is deeper stays as it was typed. */
const DEPTH = 8;
/** Marks on one letter: no language has more, and a tower of them covers what stands around it. */
const MARKS = 6;

const MARKER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const RULE = /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*)+$/;
const TOWER = new RegExp(`(\\p{M}{${MARKS}})\\p{M}+`, "gu");

/** A text as it was typed, without what would slow its reading or reach beyond its own place on the page. */
export function tame(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => contained(shallow(line)))
    .join("\n")
    .replace(TOWER, "$1");
}

/** Escapes the marker of a quotation or list that stands deeper than anybody writes: reading them takes time squared. */
function shallow(line: string): string {
  MARKER.lastIndex = 0;
  for (let depth = 0; depth < DEPTH; depth += 1) if (!MARKER.test(line)) return line;
  const end = MARKER.lastIndex;
  MARKER.lastIndex = end;
  const next = MARKER.exec(line)?.[0];
  if (next === undefined || RULE.test(line)) return line;
  const at = end + next.length - next.trimStart().length;
  const rest = line.slice(at);
  return `${line.slice(0, at)}${/^\d/.test(rest) ? rest.replace(/[.)]/, "\\$&") : `\\${rest}`}`;
}

const CLOSES: Record<string, string> = {
  "\u202a": "\u202c",
  "\u202b": "\u202c",
  "\u2066": "\u2069",
  "\u2067": "\u2069",
  "\u2068": "\u2069",
};

/**
 * Invisible characters that turn the direction of a text end where its line ends, and those that turn it against its
 * letters are gone: nobody needs them, and they make words read as others.
 */
function contained(line: string): string {
  if (!/[\u202a-\u202e\u2066-\u2069]/.test(line)) return line;
  const open: string[] = [];
  let out = "";
  for (const letter of line.replace(/[\u202d\u202e]/g, "")) {
    const closer = CLOSES[letter];
    if (closer) open.push(closer);
    else if (letter === "\u202c" || letter === "\u2069") {
      if (open.at(-1) !== letter) continue;
      open.pop();
    }
    out += letter;
  }
  return out + open.reverse().join("");
}
