import { plainText } from "@/lib/text/markdown";

const LENGTH = 140;

/** The first words of a comment, cut between two of them. */
export function commentWords(html: string): string {
  const words = plainText(html);
  if (words.length <= LENGTH) return words;
  return `${words.slice(0, LENGTH).replace(/\s+\S*$/, "")} …`;
}
