import "server-only";
import { SPREADS, type Spread } from "@/lib/fair-hours/limits";
import { addDays } from "@/lib/time/days";
import { daysBetween, parsePartialDate } from "@/lib/time/partial-date";
import { dateIn } from "@/lib/time/wall";
import { MINUTES_MAX, SCHEDULE_MINUTES_MIN } from "./limits";

/** What stands in the address of the form: everything that was typed, or only what the hours depend on. */
export type Query = Record<string, string | string[] | undefined>;

/** What the hours depend on. Whatever cannot be read has its usual value, and a problem if somebody typed it. */
export interface HoursAsked {
  required: string[];
  optional: string[];
  /** The cities of a second sitting. */
  second: string[];
  format: string;
  minutes: number;
  /** First and last day, by the calendar of whoever asks. */
  from: string;
  until: string;
  spread: Spread;
  /** The hour that was picked, "other" for one that is typed, "" for none. */
  slot: string;
  problems: { from?: string; until?: string; minutes?: string; cities?: string };
}

interface Offer {
  cities: readonly { id: string }[];
  formats: readonly { id: string; minutes: number }[];
}

/** People need two days to make room; four weeks are enough to choose from. */
const DAYS = { ahead: 2, looked: 28, max: 92 };

export function hoursAsked(query: Query, offer: Offer, zone: string, now: Date): HoursAsked {
  const one = (name: string) => [query[name]].flat()[0]?.trim() ?? "";
  const format = offer.formats.find(({ id }) => id === one("format")) ?? offer.formats[0];
  const minutes = minutesIn(one("minutes"));
  const cities = citiesIn(query, offer.cities);
  const range = rangeIn(one("from"), one("until"), dateIn(now, zone));
  return {
    ...cities,
    format: format?.id ?? "",
    minutes: minutes ?? format?.minutes ?? 60,
    from: range.from,
    until: range.until,
    spread: SPREADS.find((spread) => spread === one("spread")) ?? "balanced",
    slot: one("slot"),
    problems: {
      ...range.problems,
      ...(minutes === null && { minutes: "sessions.error.minutes" }),
      ...(cities.required.length === 0 && { cities: "sessions.error.citiesMissing" }),
    },
  };
}

/** Undefined when nothing was typed, null when it is no length. */
export function minutesIn(typed: string): number | null | undefined {
  if (typed === "") return undefined;
  const minutes = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  return minutes >= SCHEDULE_MINUTES_MIN && minutes <= MINUTES_MAX ? minutes : null;
}

/** At first all cities must be there. One that is let go may come; two sittings share them out. */
function citiesIn(query: Query, cities: Offer["cities"]) {
  const known = (ids: readonly (string | undefined)[]) => cities.map(({ id }) => id).filter((id) => ids.includes(id));
  const [first, second] = String(query.sittings ?? "").split("|");
  if (first && second) return { required: known(first.split(".")), optional: [], second: known(second.split(".")) };
  const asked = "format" in query || "cities[]" in query;
  const letGo = query.letGo;
  const required = asked ? known([query["cities[]"]].flat()) : known(cities.map(({ id }) => id));
  return {
    required: required.filter((id) => id !== letGo),
    optional: known([query["optional[]"], letGo].flat()).filter((id) => id === letGo || !required.includes(id)),
    second: known([query["second[]"]].flat()),
  };
}

function rangeIn(typedFrom: string, typedUntil: string, today: string) {
  const day = (typed: string) => {
    const read = parsePartialDate(typed);
    return read?.length === 10 ? read : null;
  };
  const from = day(typedFrom) ?? addDays(today, DAYS.ahead);
  const usual = { from, until: addDays(from, DAYS.looked - 1) };
  if (typedFrom !== "" && !day(typedFrom)) return { ...usual, problems: { from: "sessions.error.date" } };
  if (typedUntil === "") return { ...usual, problems: {} };
  const until = day(typedUntil);
  if (!until) return { ...usual, problems: { until: "sessions.error.date" } };
  const days = daysBetween(from, until) ?? 0;
  if (days < 0 || until < today) return { ...usual, problems: { until: "newSession.error.backwards" } };
  if (days >= DAYS.max)
    return { from, until: addDays(from, DAYS.max - 1), problems: { until: "newSession.error.farApart" } };
  return { from, until, problems: {} };
}
