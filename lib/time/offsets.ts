import "server-only";
import { clockChanges, offsetSeconds } from "@/lib/time/clock-changes";

/** A stretch of time in which the clocks of a zone stay; all in minutes, `from` and `until` since 1 January 1970 UTC. */
export interface Stretch {
  from: number;
  /** Not part of it. */
  until: number;
  /** Minutes ahead of UTC. */
  offset: number;
}

/** The stretches between `from` and `until` (minutes since 1970), without gaps between them. */
export function offsetStretches(zone: string, from: number, until: number): Stretch[] {
  const [start, end] = [new Date(from * 60_000), new Date(until * 60_000)];
  const changes = clockChanges(zone, start, end);
  const offset = Math.round((changes[0]?.before ?? offsetSeconds(zone, start)) / 60);
  const stretches: Stretch[] = [{ from, until, offset }];
  for (const { at, after } of changes) {
    const moment = Math.floor(at.getTime() / 60_000);
    const last = stretches.at(-1);
    if (last) last.until = moment;
    stretches.push({ from: moment, until, offset: Math.round(after / 60) });
  }
  return stretches;
}

/** The minute at which clocks that follow `stretches` show `wall` (as minutes too), or null if they do so never or twice. */
export function instantOf(wall: number, stretches: readonly Stretch[]): number | null {
  const found = stretches.flatMap(({ from, until, offset }) => {
    const at = wall - offset;
    return at >= from && at < until ? [at] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
