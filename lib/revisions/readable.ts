/**
 * Markdown as one reads it, line by line: without the signs of bold, italics and headings, a point before each entry of a
 * list, a link as its words and its address. What was escaped stands as it was meant.
 */
export function readable(markdown: string): string {
  return markdown.split("\n").map(line).join("\n");
}

const ESCAPED = /\\([!-/:-@[-`{-~])/g;
/** A place that no text has, for a sign that means itself. */
const HIDDEN = 0xe000;

function line(text: string): string {
  return (
    text
      .replace(ESCAPED, (_, sign: string) => String.fromCharCode(HIDDEN + sign.charCodeAt(0)))
      .replace(/^(\s*)#{1,6}\s+/, "$1")
      .replace(/^(\s*)[-*+]\s+/, "$1• ")
      .replace(/\[([^[\]]*)\]\(<?([^()<>\s]+)>?\)/g, (_, words: string, to: string) =>
        words === to ? to : `${words} (${to})`,
      )
      // None of them looks further than the next sign, so that a long line takes no longer than its length.
      .replace(/\*\*(?=\S)((?:(?!\*\*).)+)(?<=\S)\*\*/g, "$1")
      .replace(/__(?=\S)((?:(?!__).)+)(?<=\S)__/g, "$1")
      .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]+)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, "$2")
      .replace(/[\ue000-\ue07f]/g, (hidden) => String.fromCharCode(hidden.charCodeAt(0) - HIDDEN))
  );
}
