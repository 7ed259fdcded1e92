import "server-only";
import { Temporal } from "temporal-polyfill";

const AREAS = /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z]/;

/**
 * True for the IANA names that stand for a place ("Europe/Rome", also older spellings such as "Asia/Calcutta").
 * Refused: "CET" and "EST5EDT" (rules without a place), "+02:00" (no rules at all), "Europe/Turin" (not in the list).
 */
export function isKnownZone(zone: string): boolean {
  // Intl ignores case, other calendar programs don't: "Europe/ROME" must not reach an invitation.
  if (!AREAS.test(zone) || /[A-Z]{3}|\/[a-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What a person may choose from: the zones of the cohort's cities first, in their order, then all others by name. */
export function zonesOffered(cityZones: readonly string[]): string[] {
  const others = Intl.supportedValuesOf("timeZone").filter(isKnownZone);
  return [...new Set([...cityZones.filter(isKnownZone), ...others])];
}

/** "UTC+1", "UTC−3", "UTC+5:30", "UTC": said instead of an abbreviation, since IST means three things. */
export function offsetLabel(instant: Date, zone: string): string {
  const { offset } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  const [hours = "0", minutes = "00"] = offset.slice(1).split(":");
  if (Number(hours) === 0 && minutes === "00") return "UTC";
  const sign = offset.startsWith("-") ? "−" : "+";
  return `UTC${sign}${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}`;
}

/** The release of the zone rules in use ("2025c"), kept beside every instant that was derived with them. */
export function zoneRulesVersion(): string {
  return process.versions.tz ?? "unknown";
}
