import "server-only";
import { Temporal } from "temporal-polyfill";
import { dateFormat } from "@/lib/time/intl-formats";

/** "2020", "2020-03" or "2020-03-18": a date as precise as what is known, and no more. */
export type PartialDate = string;

const ISO = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DAY_FIRST = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-]([12]\d{3})$/;
const DAY_MONTH_YEAR =
  /^(?:(\d{1,2})(?:st|nd|rd|th|[.°º])? ?(?:de |di |of )?)?(\p{L}{3,})\.?,? (?:de |del |of )?([12]\d{3})$/u;
const MONTH_DAY_YEAR = /^(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? ([12]\d{3})$/u;

export function isPartialDate(text: string): boolean {
  const [, year, month, day] = ISO.exec(text) ?? [];
  return year !== undefined && known(year, month, day) !== null;
}

/**
 * Reads a date as people write it: "2020", "March 2020", "18 marzo 2020", "March 18, 2020", "2020-03-18",
 * "18/03/2020", "18.3.2020". In figures the day comes first; "03/18/2020" is null rather than guessed.
 * Null for everything else, also for days that no calendar has.
 */
export function parsePartialDate(text: string): PartialDate | null {
  return known(...partsIn(text));
}

/** What is meant by a date whose month has no such day, such as "30/2/2025"; null for everything else. */
export function noSuchDay(text: string): { day: string; month: string; year: string } | null {
  const [year, month, day] = partsIn(text);
  if (!year || !month || !day || known(year, month, day) || !known(year, month)) return null;
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** For sorting: by time, and of two that begin alike the less precise one first (2020, 2020-03, 2020-03-18). */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Days from `a` to `b`, negative if `b` is earlier; null unless both are known to the day. */
export function daysBetween(a: PartialDate, b: PartialDate): number | null {
  if (a.length !== 10 || b.length !== 10) return null;
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: "days" }).days;
}

/** From how many days after `day` to how many a partial date may lie: one number twice for a date known to the day. */
export function daysSince(day: PartialDate, partial: PartialDate): { from: number; to: number } {
  const start = Temporal.PlainDate.from(firstDay(day));
  const first = Temporal.PlainDate.from(firstDay(partial));
  const length = partial.length === 10 ? 1 : partial.length === 7 ? first.daysInMonth : first.daysInYear;
  const from = start.until(first, { largestUnit: "days" }).days;
  return { from, to: from + length - 1 };
}

const firstDay = (partial: PartialDate) => `${partial}-01-01`.slice(0, 10);

/** Year, month and day as they were typed, the month in figures; empty for what is no date. */
type Parts = [year?: string, month?: string, day?: string];

function partsIn(text: string): Parts {
  const typed = text.normalize("NFC").trim().toLowerCase().replace(/\s+/g, " ");
  const iso = ISO.exec(typed);
  if (iso) return [iso[1], iso[2], iso[3]];
  const figures = DAY_FIRST.exec(typed);
  if (figures) return [figures[3], figures[2], figures[1]];
  const words = DAY_MONTH_YEAR.exec(typed);
  if (words) return inWords(words[3], words[2], words[1]);
  const american = MONTH_DAY_YEAR.exec(typed);
  return american ? inWords(american[3], american[1], american[2]) : [];
}

function inWords(year: string | undefined, name: string | undefined, day: string | undefined): Parts {
  const month = monthNames().get(name ?? "");
  return month ? [year, String(month), day] : [];
}

function known(...[year, month, day]: Parts): PartialDate | null {
  try {
    if (!month) return year ?? null;
    if (!day) return Temporal.PlainYearMonth.from(fields(year, month), { overflow: "reject" }).toString();
    return Temporal.PlainDate.from({ ...fields(year, month), day: Number(day) }, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

const fields = (year: string | undefined, month: string) => ({ year: Number(year), month: Number(month) });

let names: Map<string, number> | undefined;

/** English and Italian, long and short, from the same source that prints them. */
function monthNames(): Map<string, number> {
  if (names) return names;
  names = new Map([["sep", 9]]);
  for (const locale of ["en", "it"]) {
    for (const width of ["long", "short"] as const) {
      const format = dateFormat(locale, "UTC", { month: width });
      for (let month = 1; month <= 12; month++) {
        const first = Temporal.PlainDate.from({ year: 2020, month, day: 1 }).toZonedDateTime("UTC");
        names.set(format.format(first.epochMilliseconds).toLowerCase().replace(/\.$/, ""), month);
      }
    }
  }
  return names;
}
