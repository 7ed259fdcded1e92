import type { AgendaOutput } from "@/lib/sessions/limits";
import type { Reading, SessionCity } from "@/lib/sessions/types";

export interface EditedStep {
  id: string;
  title: string;
  minutes: number;
  lead: string;
  output: AgendaOutput | null;
  writeUpId: string | null;
  /** Running or done: it stays in the agenda. */
  started: boolean;
}

export interface EditedAgenda {
  id: string;
  title: string;
  language: string;
  minutes: number;
  /** People have been told of it. */
  announced: boolean;
  host: SessionCity | null;
  steps: (EditedStep & { clock: string; endClock: string })[];
  /** The mark of the steps. */
  seen: string;
  /** What a step may be about. */
  readings: Reading[];
  start: string;
  end: string;
  /** Minutes from midnight at its start; null when the reader's clocks change before its end. */
  startMinute: number | null;
}
