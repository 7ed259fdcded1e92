import type { AgendaOutput } from "@/lib/sessions/limits";

/** One step of an agenda as a facilitator keeps it. */
export interface FormatStep {
  title: string;
  minutes: number;
  /** A role such as "host", or a name. */
  lead: string;
  output: AgendaOutput | null;
}
