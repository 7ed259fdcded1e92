import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Block, Run } from "@/lib/revisions/words";

/** Which of the two states one reads: both in one text, or one of them. */
export type Side = "both" | "before" | "after";

/** A paragraph with what went struck through and what came underlined; said in words for those who listen. */
export function Words({ block, side, lang, locale }: { block: Block; side: Side; lang?: string; locale: Locale }) {
  const seen = runsOf(block, side);
  if (seen.length === 0) return null;
  const t = translator(locale, "revisions");
  return (
    <p className="typed" lang={lang} dir="auto">
      {seen.map(({ kind, text }, place) => {
        // The same words may stand in a paragraph twice.
        const key = `${place} ${kind}`;
        const words = text.trim();
        if (kind === "same" || words === "") return <span key={key}>{text}</span>;
        const Mark = kind === "added" ? "ins" : "del";
        const start = text.indexOf(words);
        return (
          <span key={key}>
            {text.slice(0, start)}
            <Mark>
              <span className="vh" lang={locale}>
                {t(kind)}{" "}
              </span>
              {words}
              <span className="vh" lang={locale}>
                {" "}
                {t("end")}
              </span>
            </Mark>
            {text.slice(start + words.length)}
          </span>
        );
      })}
    </p>
  );
}

export function hasWords(block: Block, side: Side): boolean {
  return runsOf(block, side).length > 0;
}

function runsOf(block: Block, side: Side): Run[] {
  const runs: Run[] = block.kind === "same" ? [{ kind: "same", text: block.text }] : block.runs;
  return runs.filter(({ kind }) => side === "both" || kind === "same" || (kind === "added") === (side === "after"));
}
