import { z } from "zod";
import { SPREADS } from "@/lib/fair-hours/limits";
import { CONTENT_LANGUAGES } from "@/lib/i18n/locales";
import { OPTIONS_MAX } from "@/lib/polls/limits";
import { RHYTHMS } from "@/lib/series/limits";
import { idInput, line, requiredLine, text } from "@/lib/text/input";
import { parsePartialDate } from "@/lib/time/partial-date";
import {
  CAPACITY_MAX,
  CITIES_MAX,
  CONFIDENTIALITY,
  LOCATION_MAX,
  MODES,
  PURPOSE_MAX,
  READINGS_MAX,
  SESSION_TITLE_MAX,
  WAYS_TO_SEND,
} from "./limits";
import { ids, joinUrl, minutes, optionalNumber, whenFields } from "./schema";

/** A day as people write it, or null when the field stays empty. */
function optionalDay(key: string) {
  return line(60)
    .default("")
    .refine((value) => value === "" || parsePartialDate(value)?.length === 10, { error: key })
    .transform((value) => (value === "" ? null : parsePartialDate(value)));
}

function optionalId(key: string) {
  return z
    .union([z.literal(""), idInput], { error: key })
    .default("")
    .transform((value) => value || null);
}

export const ScheduleInput = z.strictObject({
  formKey: idInput,
  cohortId: idInput,
  as: z.enum(WAYS_TO_SEND).default("send"),
  title: requiredLine(SESSION_TITLE_MAX, "sessions.error.titleMissing"),
  purpose: text(PURPOSE_MAX).default(""),
  format: requiredLine(60, "sessions.error.format"),
  minutes,
  cities: ids(CITIES_MAX, "sessions.error.cityUnknown").refine((list) => list.length > 0, {
    error: "sessions.error.citiesMissing",
  }),
  optional: ids(CITIES_MAX, "sessions.error.cityUnknown"),
  ...whenFields,
  /** What the proposals were made for; the hour that was picked is in `slot`. */
  from: line(60).default(""),
  until: line(60).default(""),
  spread: z.enum(SPREADS).default("balanced"),
  /** The hours to vote on, as `slot` carries them. */
  options: z.array(line(120)).max(OPTIONS_MAX, "newSession.error.options").default([]),
  closesAt: optionalDay("newSession.error.closesAt"),
  /** The cities of a second sitting, whose form comes next. */
  second: ids(CITIES_MAX, "sessions.error.cityUnknown"),
  host: optionalId("sessions.error.hostUnknown"),
  language: z.enum(Object.keys(CONTENT_LANGUAGES) as [keyof typeof CONTENT_LANGUAGES]).default("en"),
  mode: z.enum(MODES).default("online"),
  location: line(LOCATION_MAX).default(""),
  joinUrl,
  confidentiality: z.enum(CONFIDENTIALITY).default("cohort"),
  capacity: optionalNumber(1, CAPACITY_MAX, "sessions.error.capacity"),
  heldUntil: optionalDay("newSession.error.heldUntil"),
  noteTaker: optionalId("newSession.error.noteTaker"),
  readings: ids(READINGS_MAX, "sessions.error.readingUnknown"),
  rhythm: z.union([z.literal("once"), z.enum(RHYTHMS)]).default("once"),
  seriesUntil: optionalDay("newSession.error.seriesUntil"),
  rotates: z.literal("yes").optional(),
  holidays: z.enum(["skip", "flag"]).default("skip"),
});
export type ScheduleInput = z.infer<typeof ScheduleInput>;
