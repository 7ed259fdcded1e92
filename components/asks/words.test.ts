import { expect, test } from "vitest";
import type { ReplyClock } from "@/lib/asks/types";
import { theirClock } from "./ask-clock";
import { clockWords, standing } from "./words";

const clock = (values: Partial<ReplyClock> = {}): ReplyClock => ({
  dueAt: new Date("2026-11-25T13:00:00Z"),
  zone: "Europe/Rome",
  late: false,
  minutes: 0,
  ...values,
});

test("what is left is told in hours that the city works", () => {
  expect(clockWords(clock({ minutes: 560 }), "en")).toBe("9 of their working hours are left");
  expect(clockWords(clock({ minutes: 60 }), "en")).toBe("One of their working hours is left");
  expect(clockWords(clock({ minutes: 59 }), "it")).toBe("Resta meno di un’ora lavorativa");
});

test("lateness is told in the same hours, and by its day once it is long", () => {
  expect(clockWords(clock({ late: true, minutes: 180 }), "en")).toBe("late by 3 of their working hours");
  expect(clockWords(clock({ late: true }), "it")).toBe("in ritardo di meno di un’ora lavorativa");
  expect(clockWords(clock({ late: true, minutes: 961 }), "en")).toBe("late since 25 November 2026");
});

test("the clock of the city is told where it is another than the reader's, with the day where that differs", () => {
  expect(theirClock(clock(), "Turin", "Europe/Madrid", "en")).toBe("");
  expect(theirClock(clock(), "Turin", "America/Los_Angeles", "en")).toBe("14:00 in Turin");
  const night = clock({ dueAt: new Date("2026-11-25T01:00:00Z"), zone: "America/Los_Angeles" });
  expect(theirClock(night, "San Francisco", "Europe/Rome", "en")).toBe(
    "Tuesday 24 November 2026, 17:00 in San Francisco",
  );
});

test("a city that has replied is not late", () => {
  const to = { name: "Turin", localName: "Torino", languages: ["it"] } as Parameters<typeof standing>[0]["to"];
  expect(standing({ state: "replied", clock: null, to }, "en")).toBe("Turin has replied");
});
