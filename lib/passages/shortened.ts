/** The most of a passage that is repeated somewhere else. */
const SHOWN = 500;

/** The words of a passage on one line; of a long one its beginning and its end, each to the end of a word. */
export function shortened(quote: string, most = SHOWN): string {
  const line = quote.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const half = Math.floor(most / 2);
  const start = line.slice(0, half);
  const end = line.slice(-half);
  return `${start.slice(0, Math.max(start.lastIndexOf(" "), half / 2)).trimEnd()} … ${end.slice(Math.max(end.indexOf(" "), 0)).trimStart()}`.toWellFormed();
}

/** The first words of a passage, for a name. */
export function firstWords(quote: string, most = 40): string {
  const line = quote.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const start = line.slice(0, most);
  return `${start.slice(0, Math.max(start.lastIndexOf(" "), most / 2)).trimEnd()}…`.toWellFormed();
}
