import { Reorder } from "@/components/ui/reorder";
import { translator } from "@/lib/i18n/translator";
import { rowsToShow, type TaskProps } from "./task-props";

interface Props<T> extends Pick<TaskProps, "wanted" | "moved" | "locale"> {
  entries: T[];
  /** How many rows there are at least. */
  first?: number;
  children: (
    entry: T | null,
    index: number,
    movable: { count: number; locale: TaskProps["locale"] },
  ) => React.ReactNode;
}

/** The entries of a list and some empty rows. What is there already can change places. */
export function Rows<T>({ entries, wanted, moved, locale, first, children }: Props<T>) {
  const t = translator(locale, "writing.tasks");
  const count = entries.length;
  const places = entries.map((_, index) => t("moved", { place: index + 1, count }));
  return (
    <Reorder places={places} moved={moved}>
      {rowsToShow(entries, wanted, first).map((entry, index) => children(entry, index, { count, locale }))}
    </Reorder>
  );
}
