import type { Document } from "@/lib/write-ups/document";
import { Kept } from "./kept";

/** One entry of a list: a group of fields with its number as the legend. */
export function Row({
  index,
  id,
  legend,
  children,
}: {
  index: number;
  id: string;
  legend: string;
  children: React.ReactNode;
}) {
  return (
    <fieldset className="entry" id={`row-${index}`}>
      <legend className="label">{legend}</legend>
      <Kept name={`rows.${index}.id`} value={id} />
      {children}
    </fieldset>
  );
}

export function sourceOf(document: Document, sourceId: string | null | undefined) {
  return document.sources.find(({ id }) => id === sourceId) ?? null;
}
