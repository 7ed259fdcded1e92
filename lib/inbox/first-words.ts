import { plainText } from "@/lib/text/markdown";

/** The beginning of a text, cut between two words. */
export function firstWords(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/\s+\S*$/, "")} …`;
}

/** The first words of a comment. */
export function firstWordsOf(html: string, length = 140): string {
  return firstWords(plainText(html), length);
}
