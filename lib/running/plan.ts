import type { Plan, PlannedStep, StepState } from "./types";

export interface TimedStep {
  id: string;
  minutes: number;
  startedAt: Date | null;
  endedAt: Date | null;
}

export interface Timed {
  startsAt: Date;
  endsAt: Date;
  wentLiveAt: Date | null;
  stepId: string | null;
}

const MINUTE = 60_000;

/**
 * The agenda as planned and as it goes. What is done has its real times; the running step ends when its minutes are over,
 * or now if they are; the rest follow one after the other. Before the start all is as planned.
 */
export function planOf({ startsAt, endsAt, wentLiveAt, stepId }: Timed, steps: readonly TimedStep[], now: Date): Plan {
  let planned = startsAt.getTime();
  let real = (wentLiveAt ?? startsAt).getTime();
  let left: number | null = null;
  const entries = steps.map((step): PlannedStep => {
    const plannedAt = new Date(planned);
    planned += step.minutes * MINUTE;
    const state = stateOf(step, stepId);
    const begins = state === "skipped" || state === "next" ? real : (step.startedAt?.getTime() ?? real);
    real = Math.max(begins, endOf(step, state, begins, now.getTime()));
    if (state === "now") left = Math.floor((begins + step.minutes * MINUTE - now.getTime()) / MINUTE);
    const took = state === "done" ? Math.round((real - begins) / MINUTE) : null;
    return {
      id: step.id,
      minutes: step.minutes,
      state,
      plannedAt,
      startsAt: new Date(begins),
      endsAt: new Date(real),
      took,
    };
  });
  return { steps: entries, endsAt: new Date(real), late: wholeMinutes(real - endsAt.getTime()), left };
}

/** How many minutes the steps after the running one may take together, so that the session ends when it should. */
export function roomLeft(plan: Plan, endsAt: Date): number {
  const running = plan.steps.findIndex(({ state }) => state === "now");
  const from = plan.steps[running]?.endsAt ?? plan.steps.findLast(({ state }) => state !== "next")?.endsAt;
  return from ? Math.floor((endsAt.getTime() - from.getTime()) / MINUTE) : 0;
}

function stateOf({ id, startedAt, endedAt }: TimedStep, stepId: string | null): StepState {
  if (id === stepId) return "now";
  if (endedAt === null) return "next";
  return startedAt === null ? "skipped" : "done";
}

function endOf({ minutes, endedAt }: TimedStep, state: StepState, begins: number, now: number): number {
  if (state === "skipped") return begins;
  if (state === "done" && endedAt) return endedAt.getTime();
  const full = begins + minutes * MINUTE;
  return state === "now" ? Math.max(full, now) : full;
}

/** Towards zero: half a minute late is not late. */
function wholeMinutes(milliseconds: number): number {
  return Math.trunc(milliseconds / MINUTE) || 0;
}
