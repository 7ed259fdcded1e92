import { z } from "zod";
import { CONTENT_LANGUAGES } from "@/lib/i18n/locales";
import { isId } from "@/lib/ids";
import { idInput, line, requiredLine, text } from "@/lib/text/input";
import { FORMATS } from "./format-list";
import {
  ANSWERS,
  CANCEL_REASON_MAX,
  CAPACITY_MAX,
  CITIES_MAX,
  CONFIDENTIALITY,
  JOIN_URL_MAX,
  MINUTES_MAX,
  PURPOSE_MAX,
  READINGS_MAX,
  SCHEDULE_MINUTES_MIN,
  SESSION_TITLE_MAX,
} from "./limits";

/** A number as typed, or null when the field stays empty. */
function optionalNumber(min: number, max: number, key: string) {
  return line(12)
    .default("")
    .refine((value) => value === "" || (/^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max), {
      error: key,
      params: { min, max },
    })
    .transform((value) => (value === "" ? null : Number(value)));
}

function ids(max: number, key: string) {
  return z
    .array(z.string())
    .max(max, key)
    .default([])
    .refine((list) => list.every(isId), { error: key });
}

const joinUrl = line(JOIN_URL_MAX)
  .default("")
  .refine((value) => value === "" || isWebAddress(value), { error: "sessions.error.joinUrl" })
  .transform((value) => value || null);

/** When a session starts: one of the proposed hours, or a date, a time and a zone as typed. */
export const whenFields = {
  slot: line(120).default(""),
  date: line(60).default(""),
  time: line(20).default(""),
  zone: line(80).default(""),
};
export type WhenInput = z.infer<z.ZodObject<typeof whenFields>>;

const minutes = optionalNumber(SCHEDULE_MINUTES_MIN, MINUTES_MAX, "sessions.error.minutes");

export const ScheduleInput = z.strictObject({
  formKey: idInput,
  cohortId: idInput,
  title: requiredLine(SESSION_TITLE_MAX, "sessions.error.titleMissing"),
  purpose: text(PURPOSE_MAX).default(""),
  format: z.string().refine((value) => FORMATS.some(({ id }) => id === value), { error: "sessions.error.format" }),
  minutes,
  cities: ids(CITIES_MAX, "sessions.error.cityUnknown").refine((list) => list.length > 0, {
    error: "sessions.error.citiesMissing",
  }),
  ...whenFields,
  host: z
    .union([z.literal(""), idInput], { error: "sessions.error.hostUnknown" })
    .default("")
    .transform((value) => value || null),
  language: z.enum(Object.keys(CONTENT_LANGUAGES) as [keyof typeof CONTENT_LANGUAGES]).default("en"),
  confidentiality: z.enum(CONFIDENTIALITY).default("cohort"),
  capacity: optionalNumber(1, CAPACITY_MAX, "sessions.error.capacity"),
  joinUrl,
  readings: ids(READINGS_MAX, "sessions.error.readingUnknown"),
});
export type ScheduleInput = z.infer<typeof ScheduleInput>;

export const RescheduleInput = z.strictObject({
  id: idInput,
  sequence: optionalNumber(0, 999_999, "errors.field.invalid"),
  minutes,
  ...whenFields,
});
export type RescheduleInput = z.infer<typeof RescheduleInput>;

export const CancelInput = z.strictObject({
  id: idInput,
  reason: requiredLine(CANCEL_REASON_MAX, "sessions.error.reasonMissing"),
});
export type CancelInput = z.infer<typeof CancelInput>;

export const AnswerInput = z.strictObject({ id: idInput, answer: z.enum(ANSWERS) });
export type AnswerInput = z.infer<typeof AnswerInput>;

function isWebAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && url.username === "";
}
