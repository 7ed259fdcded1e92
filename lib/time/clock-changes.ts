import "server-only";
import { Temporal } from "temporal-polyfill";

/** One change of the clocks in a zone. Offsets are seconds east of UTC. */
export type ClockChange = { at: Date; before: number; after: number };

/** The changes with `from` < at ≤ `until`, oldest first; none where the clocks stay. */
export function clockChanges(zone: string, from: Date, until: Date): ClockChange[] {
  const changes: ClockChange[] = [];
  let here = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone);
  for (;;) {
    const next = here.getTimeZoneTransition("next");
    if (!next || next.epochMilliseconds > until.getTime()) return changes;
    const after = seconds(next.offsetNanoseconds);
    const before = changes.at(-1)?.after ?? offsetSeconds(zone, from);
    // Rules also change in name only (a zone that renames its winter time): no clock moves.
    if (before !== after) changes.push({ at: new Date(next.epochMilliseconds), before, after });
    here = next;
  }
}

/** Seconds that clocks in `zone` are ahead of UTC at `instant`. */
export function offsetSeconds(zone: string, instant: Date): number {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return seconds(there.offsetNanoseconds);
}

const seconds = (nanoseconds: number) => Math.round(nanoseconds / 1e9);
