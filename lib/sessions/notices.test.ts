import { expect, it } from "vitest";
import { wallToInstant } from "@/lib/time/wall";
import { passingNotices } from "./notices";

const cities = [
  { id: "san-francisco", zone: "America/Los_Angeles" },
  { id: "belo-horizonte", zone: "America/Sao_Paulo" },
  { id: "dublin", zone: "Europe/Dublin" },
];

function noticed(day: string): string[] {
  const [wallStart, zone] = [`${day}T16:00`, "Europe/Rome"];
  const start = wallToInstant(wallStart, zone);
  if (!start.ok) throw new Error("inside a clock change");
  const session = { wallStart, zone, minutes: 90, startsAt: start.instant };
  return passingNotices(session, cities).map(({ cityId, deltaMinutes }) => `${cityId} ${deltaMinutes}`);
}

it("San Francisco is warned in the weeks between the two clock changes, and in no others", () => {
  const days = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
  const warned = days.filter((day) => noticed(day).length > 0);
  const march = days.filter((day) => day >= "2026-03-08" && day <= "2026-03-28");
  const october = days.filter((day) => day >= "2026-10-25" && day <= "2026-10-31");
  expect(warned).toEqual([...march, ...october]);
  expect(new Set(warned.flatMap(noticed))).toEqual(new Set(["san-francisco 60"]));
});

it("Belo Horizonte is not warned all winter for an hour that is simply winter's", () => {
  expect(noticed("2026-12-01")).toEqual([]);
  expect(noticed("2026-01-15")).toEqual([]);
});
