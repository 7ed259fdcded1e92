import { expect, it } from "vitest";
import type { WorkWeek } from "@/lib/fair-hours/limits";
import { atWork } from "./at-work";

const early = { zone: "Europe/Madrid", workStart: 480, workEnd: 900 };
const at = (time: string, week: WorkWeek | null = null) => atWork(early, week, new Date(time));

it("somebody works in their own hours, not in their city's", () => {
  expect(at("2026-11-24T06:59:00Z")).toBe("outside");
  expect(at("2026-11-24T07:00:00Z")).toBe("within");
  expect(at("2026-11-24T14:00:00Z")).toBe("outside");
});

it("on the days on which their city does not work, neither do they", () => {
  expect(at("2026-11-28T09:00:00Z")).toBe("weekend");
  const noFridays: WorkWeek = [[540, 1020], [540, 1020], [540, 1020], [540, 1020], null, null, null];
  expect(at("2026-11-27T09:00:00Z", noFridays)).toBe("weekend");
});
