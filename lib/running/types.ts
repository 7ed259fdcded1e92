import type { NamedCity } from "@/lib/sessions/city-name";
import type { Named } from "@/lib/sessions/types";

export type StepState = "done" | "skipped" | "now" | "next";

/** A step as it was planned, and as it went or is going to go. */
export interface PlannedStep {
  id: string;
  minutes: number;
  state: StepState;
  plannedAt: Date;
  /** When it really began, or begins as things stand. A step that was skipped takes no time. */
  startsAt: Date;
  endsAt: Date;
  /** How long it really took, once it is done. */
  took: number | null;
}

export interface Plan {
  steps: PlannedStep[];
  /** When all is done, as things stand. */
  endsAt: Date;
  /** Minutes by which it would end too late; below zero when there is time left. */
  late: number;
  /** Whole minutes left of the running step; below zero when it has run over. */
  left: number | null;
}

/** A session that is running, has run or may be started, for the screens that show its clock. */
export interface Run {
  live: boolean;
  /** Whether its steps were timed at all. */
  timed: boolean;
  plan: Plan;
}

export interface RunSheet {
  run: Run;
  /** May be started now: it is scheduled and its doors are open. */
  mayStart: boolean;
  /** From when it may be started. */
  doorsAt: Date;
  /** Minutes that the steps after the running one may take together, if it is to end on time. */
  room: number;
  /** To whom it can be handed: who comes, the people of the host city, facilitators. */
  crew: (Named & { city: NamedCity | null })[];
}
