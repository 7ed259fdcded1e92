import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Document } from "@/lib/write-ups/document";
import { RowId } from "./row-id";

interface Props {
  index: number;
  id: string;
  legend: string;
  /** How many rows can change places with this one; without, it stays where it is. */
  movable?: { count: number; locale: Locale };
  children: React.ReactNode;
}

/** One entry of a list: a group of fields with its number as the legend. */
export function Row({ index, id, legend, movable, children }: Props) {
  return (
    <fieldset className="entry" id={`row-${index}`}>
      <legend className="label">{legend}</legend>
      <RowId name={`rows.${index}.id`} value={id} />
      {movable && index < movable.count && movable.count > 1 && (
        <Moves index={index} legend={legend} count={movable.count} locale={movable.locale} />
      )}
      {children}
    </fieldset>
  );
}

/** Plain submit buttons, so that they work without JavaScript; the handle is for mouse and finger only. */
function Moves({ index, legend, count, locale }: { index: number; legend: string; count: number; locale: Locale }) {
  const t = translator(locale, "writing.tasks");
  return (
    <p className="moves">
      {index > 0 && (
        <button name="move" value={`up-${index}`}>
          <Arrow />
          <span className="vh">{t("up", { row: legend })}</span>
        </button>
      )}
      {index < count - 1 && (
        <button name="move" value={`down-${index}`}>
          <Arrow down />
          <span className="vh">{t("down", { row: legend })}</span>
        </button>
      )}
      <span className="grip" data-row={index} title={t("drag")} aria-hidden="true">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 8h16M4 12h16M4 16h16" />
        </svg>
      </span>
    </p>
  );
}

function Arrow({ down }: { down?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={down ? "M12 5v14m-6-6 6 6 6-6" : "M12 19V5m-6 6 6-6 6 6"} />
    </svg>
  );
}

export function sourceOf(document: Document, sourceId: string | null | undefined) {
  return document.sources.find(({ id }) => id === sourceId) ?? null;
}
