import type { ReadableText, ReadableWriteUp } from "./types";

/** The first language that it exists in, or the one it was written in. */
export function bestText({ texts }: ReadableWriteUp, languages: readonly string[]): ReadableText {
  for (const language of languages) {
    const text = texts.find((one) => one.language === language);
    if (text) return text;
  }
  return texts[0];
}
