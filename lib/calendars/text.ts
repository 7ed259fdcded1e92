/** The text layer of RFC 5545: what may stand in a value, and how a line is folded. */

/** A TEXT value: commas, semicolons, backslashes and line breaks escaped. */
export function escapeText(text: string): string {
  return printable(text)
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** A quoted parameter value (CN="…"). It knows no escapes: quotes become apostrophes, line breaks spaces. */
export function quoteParameter(text: string): string {
  return `"${oneLine(text).replace(/"/g, "'")}"`;
}

/** An address as a calendar user. What could end the line or begin a parameter is dropped. */
export function mailto(address: string): string {
  return `mailto:${oneLine(address).replace(/[\s"<>]/g, "")}`;
}

/**
 * Lines joined by CRLF, each folded so that no piece is longer than 75 octets and no character is cut in two (a reader
 * that decodes before it unfolds would see broken letters).
 */
export function foldLines(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

const oneLine = (text: string) => printable(text).replace(/\n/g, " ").trim();

/** Every kind of line break becomes \n; control characters and halves of surrogate pairs are dropped. */
function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .replace(/\p{Cs}/gu, "");
}
