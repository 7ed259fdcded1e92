import "server-only";
import { createHash } from "node:crypto";
import type { Document, Kind } from "./document";
import { isSection, type TaskKey } from "./tasks";

/** What one task holds, as a short mark: it changes if and only if somebody changed that part. */
export function fingerprint(kind: Kind, document: Document, crisisId: string | null, task: TaskKey): string {
  const part = JSON.stringify(sorted(partOf(kind, document, crisisId, task)));
  return createHash("sha256").update(part).digest("base64url").slice(0, 22);
}

function partOf(kind: Kind, document: Document, crisisId: string | null, task: TaskKey): unknown {
  const { title, card, startedOn, endedOn, beganOn, firstActionOn, sources } = document;
  const words = (key: string) => {
    const section = document.sections.find((one) => one.key === key);
    return section ? [section.markdown, section.empty, section.audience] : null;
  };
  switch (task) {
    case "title":
      return { title, card, startedOn, endedOn, beganOn, firstActionOn, crisisId };
    case "timeline":
      return [document.timeline, sources];
    case "figures":
      return [document.observations, sources];
    case "organisations":
      return [document.organisations, kind === "case" ? words("who-did-what") : null];
    case "conditions":
      return [document.buildingBlocks, words(task)];
    case "tags":
      return [
        document.policyAreas,
        document.themes,
        document.targetGroups,
        document.sdgs,
        document.maturity,
        document.scale,
        document.participation,
      ];
    case "funding":
      return [document.funding, sources];
    case "sources":
      return sources;
    case "contact":
      return [document.contact, document.nobodyRecognisable];
    default:
      return isSection(kind, task) ? words(task) : null;
  }
}

/** The database keeps the keys of an object in an order of its own, and a field that is left out says as much as an empty one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== "" && inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
