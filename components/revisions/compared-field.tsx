import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { ComparedField } from "@/lib/revisions/compare";
import type { View } from "@/lib/revisions/limits";
import type { Block } from "@/lib/revisions/words";
import { hasWords, Words } from "./runs";

interface Props {
  field: ComparedField;
  view: View;
  /** What the two states are called. */
  names: { before: string; after: string };
  lang?: string;
  locale: Locale;
}

/** What became of one text. Paragraphs in a row that stayed as they were are folded. */
export function ComparedText({ field, view, names, lang, locale }: Props) {
  const t = translator(locale, "revisions");
  const own = field.own ? lang : undefined;
  return (
    <div className="stack">
      {stretches(field.blocks).map((stretch) => {
        const [first] = stretch;
        if (first === undefined) return null;
        if (stretch.length === 1)
          return (
            <Compared key={first.place} block={first.block} view={view} names={names} lang={own} locale={locale} />
          );
        return (
          <details key={first.place}>
            <summary>{t("sameParagraphs", { count: stretch.length })}</summary>
            {stretch.map(({ place, block }) => (
              <Words key={place} block={block} side="after" lang={own} locale={locale} />
            ))}
          </details>
        );
      })}
    </div>
  );
}

function Compared({ block, view, names, lang, locale }: Omit<Props, "field"> & { block: Block }) {
  if (view === "inline" || block.kind === "same")
    return <Words block={block} side={block.kind === "same" ? "after" : "both"} lang={lang} locale={locale} />;
  const t = translator(locale, "revisions");
  return (
    <div className="sides">
      {(["before", "after"] as const).map((side) => (
        <div key={side}>
          <p className="small muted">{names[side]}</p>
          {hasWords(block, side) ? (
            <Words block={block} side={side} lang={lang} locale={locale} />
          ) : (
            <p className="muted">{t("absent")}</p>
          )}
        </div>
      ))}
    </div>
  );
}

/** Paragraphs that stayed the same together, each changed one alone, with their places. */
function stretches(blocks: Block[]): { place: number; block: Block }[][] {
  const all: { place: number; block: Block }[][] = [];
  for (const [place, block] of blocks.entries()) {
    const last = all.at(-1);
    if (last && block.kind === "same" && last[0]?.block.kind === "same") last.push({ place, block });
    else all.push([{ place, block }]);
  }
  return all;
}
