import { LOCALES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** The line above which one answers, for the top of a mail that can be answered: "— Write your answer above this line —". */
export function markerLine(locale: Locale): string {
  return `— ${translator(locale, "inbound")("above")} —`;
}

/** Whether a line of an answer is that line, in whichever language the mail was. */
export function isMarker(line: string): boolean {
  if (line.length > 200) return false;
  const words = letters(line);
  return LOCALES.some((locale) => words.includes(letters(markerLine(locale))));
}

function letters(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}
