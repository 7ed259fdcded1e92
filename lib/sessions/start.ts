import "server-only";
import { AppError, fieldError } from "@/lib/errors/errors";
import { clock } from "@/lib/time/now";
import { parsePartialDate } from "@/lib/time/partial-date";
import { parseWall, type WallTime, wallToInstant } from "@/lib/time/wall";
import { isKnownZone } from "@/lib/time/zones";
import { AHEAD_YEARS_MAX } from "./limits";
import type { WhenInput } from "./schema";

export interface Start {
  wallStart: WallTime;
  zone: string;
  startsAt: Date;
}

const SLOT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})\[([A-Za-z0-9_+/-]{1,60})\]$/;
const TIME = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/;

/** "2026-11-24T16:00[Europe/Rome]": a wall time with its zone, as the proposals carry it. */
export function slotValue(wall: WallTime, zone: string): string {
  return `${wall}[${zone}]`;
}

/**
 * When a session starts, from what a form sends. Throws a field error for what cannot be: no such day or hour, an unknown
 * zone, an hour inside a clock change (with the last certain minute before and the first after), the past.
 */
export function startFrom(when: WhenInput): Start {
  const slot = SLOT.exec(when.slot);
  if (when.slot !== "" && when.slot !== "other" && !slot) throw fieldError("slot", "errors.field.invalid");
  const { wallStart, zone, field } = slot
    ? { wallStart: parseWall(slot[1] ?? ""), zone: slot[2] ?? "", field: "slot" }
    : typed(when);
  if (!wallStart) throw fieldError(field, "errors.field.invalid");
  if (!isKnownZone(zone)) throw fieldError(slot ? "slot" : "zone", "sessions.error.zoneUnknown");

  const placed = wallToInstant(wallStart, zone);
  if (!placed.ok) {
    const [before, after] = placed.suggestions.map((wall) => shortWall(wall, wallStart));
    throw fieldError(field, `sessions.error.${placed.reason}`, {
      time: wallStart.slice(11),
      before: before ?? "",
      after: after ?? "",
    });
  }
  const now = clock.now();
  if (placed.instant <= now) throw fieldError(field, "sessions.error.past");
  if (placed.instant.getUTCFullYear() > now.getUTCFullYear() + AHEAD_YEARS_MAX)
    throw fieldError(slot ? "slot" : "date", "sessions.error.tooFar", { years: AHEAD_YEARS_MAX });
  return { wallStart, zone, startsAt: placed.instant };
}

function typed({ date, time, zone }: WhenInput) {
  const day = parsePartialDate(date);
  const hour = parseTime(time);
  const fields = {
    ...(day?.length !== 10 && { date: { key: date === "" ? "sessions.error.dateMissing" : "sessions.error.date" } }),
    ...(hour === null && { time: { key: time === "" ? "sessions.error.timeMissing" : "sessions.error.time" } }),
  };
  if (Object.keys(fields).length > 0) throw new AppError("invalid", { fields });
  return { wallStart: parseWall(`${day}T${hour}`), zone, field: "time" };
}

/** "16:00", "9.30", "1630" or "16" as people write it; null when no clock shows it. */
export function parseTime(text: string): string | null {
  const [, hours, minutes = "00"] = TIME.exec(text.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, "0")}:${minutes}`;
}

/** The time alone when it is on the day that was asked for. */
function shortWall(wall: WallTime, asked: WallTime): string {
  return wall.slice(0, 10) === asked.slice(0, 10) ? wall.slice(11) : wall.replace("T", " ");
}
