const MARKS: Record<string, string> = { strong: "bold", em: "italic", del: "strike", code: "code", a: "link" };

/**
 * What a reader takes from a text's HTML: its blocks in order, and each character with its marks. Two texts with the same
 * list mean the same. For tests.
 */
export function flatHtml(html: string): string[] {
  const flat: string[] = [];
  const marks: string[] = [];
  let inPre = false;
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    const tag = /^<(\/?)([a-z0-9]+)([^>]*)>$/.exec(token);
    const [, slash, name = "", attributes = ""] = tag ?? [];
    const mark = MARKS[name];
    if (name === "pre") inPre = !slash;
    if (!tag) {
      if (inPre) flat.push(decode(token));
      else for (const character of decode(token)) flat.push(marked(character, marks));
    } else if (mark && !inPre) {
      if (slash) marks.splice(marks.lastIndexOf(marks.findLast((open) => open.startsWith(mark)) ?? ""), 1);
      else marks.push(`${mark}${/href="([^"]*)"/.exec(attributes)?.[1] ?? ""}`);
    } else if (!mark && !/^(?:thead|tbody)$/.test(name)) {
      flat.push(`<${slash}${name}${/(?:start|align)="\w+"/.exec(attributes)?.[0] ?? ""}>`);
    }
  }
  return readable(flat);
}

function marked(character: string, marks: string[]): string {
  if (/\s/.test(character)) return character === "\u00a0" ? character : " ";
  return `${character} ${[...new Set(marks)].sort().join()}`;
}

function decode(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** Without the blanks that no page shows, and without the paragraphs by which a loose list differs from a tight one. */
function readable(flat: string[]): string[] {
  const kept: string[] = [];
  const isTag = (one: string | undefined) => one === undefined || /^<.+>$/.test(one);
  const isBlank = (one: string | undefined) => one !== undefined && /^\s$/.test(one);
  for (const one of flat) {
    if (isTag(one)) while (isBlank(kept.at(-1))) kept.pop();
    else if (isBlank(one) && (isTag(kept.at(-1)) || (one === " " && kept.at(-1) === " "))) continue;
    kept.push(one);
  }
  return kept.filter((one, index) => {
    const before = kept[index - 1] ?? "";
    const after = kept[index + 1] ?? "";
    if (one === "<p>") return before !== "<li>" && before !== "</p>";
    if (one === "</p>") return after !== "</li>" && !after.startsWith("<ul") && !after.startsWith("<ol");
    return true;
  });
}
