import { MANY } from "@/lib/comments/limits";

interface Counted {
  none?: string;
  one: string;
  many: string;
  over?: string;
}

/** "one answer", "4 answers", "over 100 answers". */
export function counted(words: Counted, count: number): string {
  if (count === 0 && words.none) return words.none;
  if (count === 1) return words.one;
  return count > MANY && words.over
    ? words.over.replace("{n}", String(MANY))
    : words.many.replace("{n}", String(count));
}
