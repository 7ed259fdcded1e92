import type { AgendaOutput } from "@/lib/sessions/limits";

/** One step of an agenda as a facilitator keeps it. */
export interface FormatStep {
  title: string;
  minutes: number;
  /** A role such as "host", or a name. */
  lead: string;
  output: AgendaOutput | null;
}

/** A format that the facilitators of a cohort keep. */
export interface OwnFormat {
  id: string;
  name: string;
  language: string;
  minutes: number;
  steps: FormatStep[];
}
