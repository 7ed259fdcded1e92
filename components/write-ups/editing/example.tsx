import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const LONGEST = 260;

/** The first sentences of what another city wrote in the same place. */
export function Example({
  example,
  locale,
}: {
  example: { city: string; title: string; words: string; language: string };
  locale: Locale;
}) {
  const t = translator(locale, "writing.tasks");
  return (
    <div className="note plain">
      <h2 className="label small">{t("example", { city: example.city })}</h2>
      <p lang={example.language}>{shortened(example.words)}</p>
      <p className="muted">{t("exampleFrom", { title: example.title })}</p>
    </div>
  );
}

/** Whole sentences while they fit, else whole words. */
function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  const start = words.slice(0, LONGEST);
  const stop = start.lastIndexOf(". ");
  return stop > 80 ? start.slice(0, stop + 1) : `${start.slice(0, start.lastIndexOf(" "))} …`;
}
