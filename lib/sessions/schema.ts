import { z } from "zod";
import { CONTENT_LANGUAGES } from "@/lib/i18n/locales";
import { isId } from "@/lib/ids";
import { SCOPES } from "@/lib/series/limits";
import { idInput, line, requiredLine, text } from "@/lib/text/input";
import { parsePartialDate } from "@/lib/time/partial-date";
import {
  ANSWERS,
  CANCEL_REASON_MAX,
  CAPACITY_MAX,
  CITIES_MAX,
  CONFIDENTIALITY,
  JOIN_URL_MAX,
  LOCATION_MAX,
  MINUTES_MAX,
  MODES,
  PURPOSE_MAX,
  READINGS_MAX,
  SCHEDULE_MINUTES_MIN,
  SESSION_TITLE_MAX,
} from "./limits";

/** A number as typed, or null when the field stays empty. */
export function optionalNumber(min: number, max: number, key: string) {
  return line(12)
    .default("")
    .refine((value) => value === "" || (/^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max), {
      error: key,
      params: { min, max },
    })
    .transform((value) => (value === "" ? null : Number(value)));
}

export function ids(max: number, key: string) {
  return z
    .array(z.string())
    .max(max, key)
    .default([])
    .refine((list) => list.every(isId), { error: key });
}

export const joinUrl = line(JOIN_URL_MAX)
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

export const minutes = optionalNumber(SCHEDULE_MINUTES_MIN, MINUTES_MAX, "sessions.error.minutes");

/** Which sessions of a series are meant; of others it is always the one. */
const scope = z.enum(SCOPES).optional();

export const RescheduleInput = z.strictObject({
  id: idInput,
  sequence: optionalNumber(0, 999_999, "errors.field.invalid"),
  minutes,
  scope,
  ...whenFields,
});
export type RescheduleInput = z.infer<typeof RescheduleInput>;

export const CancelInput = z.strictObject({
  id: idInput,
  scope,
  reason: requiredLine(CANCEL_REASON_MAX, "sessions.error.reasonMissing"),
});
export type CancelInput = z.infer<typeof CancelInput>;

/** A day as people write it, or null when the field stays empty. */
export function optionalDay(key: string) {
  return line(60)
    .default("")
    .refine((value) => value === "" || parsePartialDate(value)?.length === 10, { error: key })
    .transform((value) => (value === "" ? null : parsePartialDate(value)));
}

export function optionalId(key: string) {
  return z
    .union([z.literal(""), idInput], { error: key })
    .default("")
    .transform((value) => value || null);
}

export const EditInput = z.strictObject({
  id: idInput,
  /** The state that the form was made from: when the session was last changed, in milliseconds. */
  version: z
    .string()
    .regex(/^\d{1,15}$/, "errors.field.invalid")
    .transform(Number),
  scope,
  /** A draft can be sent with the same click. */
  as: z.enum(["save", "send"]).default("save"),
  title: requiredLine(SESSION_TITLE_MAX, "sessions.error.titleMissing"),
  purpose: text(PURPOSE_MAX).default(""),
  host: optionalId("sessions.error.hostUnknown"),
  language: z.enum(Object.keys(CONTENT_LANGUAGES) as [keyof typeof CONTENT_LANGUAGES]),
  mode: z.enum(MODES),
  location: line(LOCATION_MAX).default(""),
  joinUrl,
  confidentiality: z.enum(CONFIDENTIALITY),
  capacity: optionalNumber(1, CAPACITY_MAX, "sessions.error.capacity"),
  heldUntil: optionalDay("newSession.error.heldUntil"),
  noteTaker: optionalId("newSession.error.noteTaker"),
  cities: ids(CITIES_MAX, "sessions.error.cityUnknown").refine((list) => list.length > 0, {
    error: "sessions.error.citiesMissing",
  }),
  optional: ids(CITIES_MAX, "sessions.error.cityUnknown"),
  readings: ids(READINGS_MAX, "sessions.error.readingUnknown"),
});
export type EditInput = z.infer<typeof EditInput>;

export const AnswerInput = z.strictObject({ id: idInput, answer: z.enum(ANSWERS) });
export type AnswerInput = z.infer<typeof AnswerInput>;

function isWebAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && url.username === "";
}
