import "server-only";
import { Temporal } from "temporal-polyfill";
import { dateFormat, intlLocale, partOf } from "@/lib/time/intl-formats";
import type { PartialDate } from "@/lib/time/partial-date";
import { dateIn } from "@/lib/time/wall";

/** "16:00", "07:05": two digits and 24 hours in every language, as on a timetable. */
export function formatClock(instant: Date, zone: string, locale: string): string {
  return dateFormat(locale, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
}

/** "Tuesday 24 November 2026" */
export function formatDay(instant: Date, zone: string, locale: string): string {
  return dayWords(instant, zone, locale, { weekday: "long", ...FULL });
}

/** "Monday 30 November": within a few weeks nobody asks for the year. */
export function formatDayWithoutYear(instant: Date, zone: string, locale: string): string {
  // Without the comma that some languages put after the weekday when there is no year.
  return dayWords(instant, zone, locale, { weekday: "long", day: "numeric", month: "long" }).replace(",", "");
}

/** "24 Nov" */
export function formatShortDay(instant: Date, zone: string, locale: string): string {
  return dayWords(instant, zone, locale, { day: "numeric", month: "short" });
}

/** "24 Nov 2026, 16:00" */
export function formatDateTime(instant: Date, zone: string, locale: string): string {
  return dayWords(instant, zone, locale, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
}

/** The two halves of a large date, the number over the month: "24", "Nov". */
export function dayParts(instant: Date, zone: string, locale: string): { number: string; month: string } {
  const number = partOf(dateFormat(locale, zone, { day: "numeric", month: "short" }).formatToParts(instant), "day");
  return { number, month: shortMonth(instant, zone, locale) };
}

/** The same for a plain date, "2026-11-24". */
export function plainDayParts(date: string, locale: string): { number: string; month: string } {
  return dayParts(placed(date).noon, "UTC", locale);
}

/**
 * "yesterday", "today", "tomorrow", then "Monday" up to six days ahead, then "24 Nov", with the year if it is another.
 * Counted in the days of `zone`, not in stretches of 24 hours.
 */
export function formatRelativeDay(instant: Date, now: Date, zone: string, locale: string): string {
  const day = Temporal.PlainDate.from(dateIn(instant, zone));
  const today = Temporal.PlainDate.from(dateIn(now, zone));
  const ahead = today.until(day, { largestUnit: "days" }).days;
  if (Math.abs(ahead) <= 1) return relative(locale).format(ahead, "day");
  if (ahead > 1 && ahead < 7) return dateFormat(locale, zone, { weekday: "long" }).format(instant);
  if (day.year === today.year) return formatShortDay(instant, zone, locale);
  return dayWords(instant, zone, locale, { ...FULL, month: "short" });
}

/** "2020", "March 2020" or "18 March 2020": never more than is known. */
export function formatPartialDate(partial: PartialDate, locale: string): string {
  const { precision, noon } = placed(partial);
  if (precision === "year") return partial;
  return dayWords(noon, "UTC", locale, precision === "month" ? MONTH : FULL);
}

/** For "since …", where Italian hears what follows: "da marzo 2020", "dal 3 marzo 2020", "dall’8 marzo 2020". */
export function sinceParts(
  partial: PartialDate,
  locale: string,
): { date: string; begins: "month" | "vowel" | "other" } {
  const day = partial.slice(8);
  const begins = partial.length === 7 ? "month" : day === "08" || day === "11" ? "vowel" : "other";
  return { date: formatPartialDate(partial, locale), begins };
}

/** For dates set large: a number leads when the day is known, a month's name when it is not, else the year. */
export function partialDateParts(partial: PartialDate, locale: string): { lead: string; rest: string } {
  const { precision, noon } = placed(partial);
  if (precision === "year") return { lead: partial, rest: "" };
  if (precision === "month") return { lead: shortMonth(noon, "UTC", locale), rest: partial.slice(0, 4) };

  const parts = dateFormat(locale, "UTC", FULL).formatToParts(noon);
  const at = (type: string) => parts.findIndex((part) => part.type === type);
  // From the month on, so that Polish keeps "18 marca"; where the day comes last (Basque) the month is said anew.
  const rest =
    at("day") < at("month")
      ? parts.slice(at("month")).map((part) => part.value)
      : [dateFormat(locale, "UTC", MONTH).format(noon)];
  return { lead: partOf(parts, "day"), rest: rest.join("") };
}

const FULL = { day: "numeric", month: "long", year: "numeric" } as const;
const MONTH = { month: "long", year: "numeric" } as const;

/** A day with its month's name. The first of a month is "1º" in Italian, which Intl writes as "1"; a number that stands alone is not. */
function dayWords(instant: Date, zone: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const format = dateFormat(locale, zone, options);
  if (locale !== "it") return format.format(instant);
  return format
    .formatToParts(instant)
    .map(({ type, value }) => (type === "day" && value === "1" ? "1º" : value))
    .join("");
}

/** The month alone, without the full stop of an abbreviation. */
function shortMonth(instant: Date, zone: string, locale: string): string {
  return dateFormat(locale, zone, { month: "short" }).format(instant).replace(/\.$/, "");
}

function placed(partial: PartialDate): { precision: "year" | "month" | "day"; noon: Date } {
  const [year, month, day] = partial.split("-").map(Number);
  const fields = { year: year ?? Number.NaN, month: month ?? 1, day: day ?? 1 };
  const date = Temporal.PlainDate.from(fields, { overflow: "reject" });
  const noon = date.toZonedDateTime({ timeZone: "UTC", plainTime: "12:00" });
  return { precision: day ? "day" : month ? "month" : "year", noon: new Date(noon.epochMilliseconds) };
}

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

function relative(locale: string): Intl.RelativeTimeFormat {
  const known = relativeFormats.get(locale) ?? new Intl.RelativeTimeFormat(intlLocale(locale), { numeric: "auto" });
  relativeFormats.set(locale, known);
  return known;
}
