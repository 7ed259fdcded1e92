import { z } from "zod";
import { HOLIDAY_NAME_MAX, type WorkDay } from "@/lib/fair-hours/limits";
import { parseHour } from "@/lib/people/work-hours";
import { line, requiredLine } from "@/lib/text/input";
import { isPartialDate, parsePartialDate } from "@/lib/time/partial-date";
import { DAY_END, DAY_START, HOUR_STEP } from "./limits";

/** Which city; the server reads again what it may do there. */
const slug = z.string().regex(/^[a-z0-9-]{1,80}$/, "errors.field.invalid");

const typedDay = z.strictObject({ from: line(12).default(""), to: line(12).default("") });

/** Seven days from Monday, each with its hours as typed, or with neither on a day off. */
const week = z
  .array(typedDay)
  .length(7, "errors.field.invalid")
  .transform((days, context) => {
    const read = days.map((day, index) => {
      const { hours, field, error } = readDay(day);
      if (error)
        context.addIssue({ code: "custom", path: [index, field], message: error, params: { day: `d${index}` } });
      return hours;
    });
    if (days.every(({ from, to }) => from === "" && to === ""))
      context.addIssue({ code: "custom", path: [0, "from"], message: "holidays.error.noDay" });
    return read;
  });

interface Day {
  hours: WorkDay;
  field: "from" | "to";
  error?: string;
}

function readDay({ from, to }: { from: string; to: string }): Day {
  if (from === "" && to === "") return { hours: null, field: "from" };
  const wrong = (field: Day["field"], error: string): Day => ({ hours: null, field, error: `holidays.error.${error}` });
  if (from === "" || to === "") return wrong(from === "" ? "from" : "to", "half");
  const [start, end] = [hourIn(from), hourIn(to)];
  if (start === null) return wrong("from", "hour");
  if (end === null) return wrong("to", "hour");
  return end > start ? { hours: [start, end], field: "from" } : wrong("to", "order");
}

/** A quarter-hour of the part of the day in which people may be asked to meet. */
function hourIn(typed: string): number | null {
  const minutes = parseHour(typed);
  return minutes !== null && minutes % HOUR_STEP === 0 && minutes >= DAY_START && minutes <= DAY_END ? minutes : null;
}

export const HoursInput = z.strictObject({ slug, week });
export type HoursInput = z.infer<typeof HoursInput>;

const date = z
  .string()
  .refine((value) => value.length === 10 && isPartialDate(value), { error: "errors.field.invalid" });

export const AddHolidayInput = z.strictObject({
  slug,
  date: requiredLine(60, "holidays.error.dateMissing").transform((typed, context) => {
    const day = typed === "" ? null : parsePartialDate(typed);
    if (day?.length === 10) return day;
    if (typed !== "") context.addIssue({ code: "custom", message: "holidays.error.date" });
    return z.NEVER;
  }),
  name: requiredLine(HOLIDAY_NAME_MAX, "holidays.error.nameMissing"),
});
export type AddHolidayInput = z.infer<typeof AddHolidayInput>;

/** A day that is listed: to work on it, or to take back what the city said of it. */
export const HolidayInput = z.strictObject({ slug, date });
export type HolidayInput = z.infer<typeof HolidayInput>;
