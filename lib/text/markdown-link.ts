const ADDRESS = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|[/#](?![/\\]))/i;

/** Whether a link may lead there: http, https, mailto, or a place of ours. */
export function isLinkAddress(href: string): boolean {
  return ADDRESS.test(href);
}

/** What somebody typed as the address of a link → one that a link may have, or null. */
export function linkAddress(typed: string): string | null {
  const href = addressOf(typed.trim());
  return href !== null && isWhole(href) ? href : null;
}

function isWhole(href: string): boolean {
  try {
    return new URL(href, "https://stafeta.invalid").href !== "";
  } catch {
    return false;
  }
}

function addressOf(value: string): string | null {
  if (/\s/.test(value)) return null;
  if (isLinkAddress(value)) return encodeAddress(value);
  if (/^[^@:/]+@[^@:/]+\.[^@:/.]+$/.test(value)) return encodeAddress(`mailto:${value}`);
  if (/^[^:/?#@]+\.[^:/?#@.]+(?::\d+)?(?:[/?#].*)?$/.test(value)) return encodeAddress(`https://${value}`);
  return null;
}

/** An address as the Markdown renderer writes it into the page, so that a second trip changes nothing. */
export function encodeAddress(href: string): string {
  return href
    .toWellFormed()
    .replace(/%(?![\da-z]{2})/gi, "%25")
    .replace(/[^!#$&-;=?-Z_a-z~%]/gu, (character) => encodeURIComponent(character));
}

const TYPED = /https?:\/\/[^\s<>]+|www\.[^\s<>]+\.[^\s<>]+|[\w.+-]*\w@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}/gi;

/** Text split where somebody typed an address without making a link of it: the page links those, so the text says it. */
export function splitAddresses(text: string): { text: string; href: string | null }[] {
  const parts: { text: string; href: string | null }[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(TYPED)) {
    const typed = withoutTail(found);
    const href = /[\w./@-]/.test(text[index - 1] ?? " ") ? null : linkAddress(typed);
    if (href === null) continue;
    parts.push({ text: text.slice(end, index), href: null }, { text: typed, href });
    end = index + typed.length;
  }
  parts.push({ text: text.slice(end), href: null });
  return parts.filter((part) => part.text !== "");
}

/** Punctuation at the end belongs to the sentence, and so does a bracket that was not opened in the address. */
function withoutTail(address: string): string {
  const short = address.replace(/[\p{P}\p{S}]+$/u, (tail) => /^[/)#=&]*/.exec(tail)?.[0] ?? "");
  const open = (short.match(/\(/g) ?? []).length;
  let rest = short;
  while (rest.endsWith(")") && (rest.match(/\)/g) ?? []).length > open) rest = rest.slice(0, -1);
  return rest;
}
