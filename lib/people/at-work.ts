import "server-only";
import { USUAL_WEEK, type WorkWeek } from "@/lib/fair-hours/limits";
import { workMoment } from "@/lib/workspaces/clock";

interface Worker {
  zone: string;
  /** Minutes from midnight, in their zone. */
  workStart: number;
  workEnd: number;
}

/** How a moment falls in somebody's own hours, on the days on which their city works. */
export function atWork(
  { zone, workStart, workEnd }: Worker,
  week: WorkWeek | null,
  at: Date,
): "within" | "outside" | "weekend" {
  const workWeek = (week ?? USUAL_WEEK).map((day) => day && ([workStart, workEnd] as const));
  return workMoment({ zone, workWeek }, at).moment;
}
