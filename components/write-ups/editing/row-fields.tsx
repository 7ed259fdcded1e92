import { Moves } from "@/components/ui/moves";
import { RowId } from "@/components/ui/row-id";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Document } from "@/lib/write-ups/document";

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
        <Moves index={index} count={movable.count} words={moveWords(legend, movable.locale)} />
      )}
      {children}
    </fieldset>
  );
}

function moveWords(row: string, locale: Locale) {
  const t = translator(locale, "writing.tasks");
  return { up: t("up", { row }), down: t("down", { row }), drag: t("drag") };
}

export function sourceOf(document: Document, sourceId: string | null | undefined) {
  return document.sources.find(({ id }) => id === sourceId) ?? null;
}
