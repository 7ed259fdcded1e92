import type { Locale } from "@/lib/i18n/locales";
import type { OfferedCrisis } from "@/lib/write-ups/crises";
import type { EditedWriteUp } from "@/lib/write-ups/editing";
import type { TaskKey } from "@/lib/write-ups/tasks";

/** What every task's form gets. */
export interface TaskProps {
  task: TaskKey;
  writeUp: EditedWriteUp;
  /** The state of this task when the page was made. */
  seen: string;
  /** What the form is made from, sealed; two changes of the same task are put together with it. */
  base: string;
  /** Who writes, so that what is kept in the browser is theirs alone. */
  person: string;
  /** How many rows were asked for. */
  wanted: number;
  /** The row that was just moved, from 0. */
  moved?: number;
  crises: OfferedCrisis[];
  locale: Locale;
}

/** Entries that are there, and empty rows: three to begin with, one more on each visit. */
export function rowsToShow<T>(entries: T[], wanted: number, first = 3): (T | null)[] {
  const empty = Math.max(first - entries.length, 1, Math.min(wanted, 60) - entries.length);
  return [...entries, ...Array.from({ length: empty }, () => null)];
}
