import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countdown } from "./countdown";
import { planOf, roomLeft, type TimedStep } from "./plan";

const START = new Date("2026-12-01T15:00:00Z");
const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const step = (id: string, minutes: number, from: number | null = null, to: number | null = null): TimedStep => ({
  id,
  minutes,
  startedAt: from === null ? null : at(from),
  endedAt: to === null ? null : at(to),
});
const session = (stepId: string | null = null, live: number | null = null) => ({
  startsAt: START,
  endsAt: at(30),
  wentLiveAt: live === null ? null : at(live),
  stepId,
});

describe("somebody who looks at the run sheet", () => {
  test("sees the agenda as planned before it starts", () => {
    const plan = planOf(session(), [step("a", 10), step("b", 20)], at(-60));
    expect(plan.steps.map(({ state, startsAt, endsAt }) => [state, startsAt, endsAt])).toEqual([
      ["next", at(0), at(10)],
      ["next", at(10), at(30)],
    ]);
    expect([plan.late, plan.left]).toEqual([0, null]);
  });

  test("sees by how much it runs late, and when the rest begins", () => {
    const plan = planOf(session("b", 2), [step("a", 10, 2, 16), step("b", 15, 16), step("c", 5)], at(20));
    expect(plan.steps.map(({ plannedAt, startsAt, took }) => [plannedAt, startsAt, took])).toEqual([
      [at(0), at(2), 14],
      [at(10), at(16), null],
      [at(25), at(31), null],
    ]);
    expect([plan.endsAt, plan.late, plan.left]).toEqual([at(36), 6, 11]);
  });

  test("sees a step that runs over push the rest, minute by minute", () => {
    const plan = planOf(session("a", 0), [step("a", 10, 0), step("b", 20)], at(14));
    expect([plan.left, plan.steps[1]?.startsAt, plan.late]).toEqual([-4, at(14), 4]);
  });

  test("does not count a step that was left out", () => {
    const plan = planOf(session("c", 0), [step("a", 10, 0, 10), step("b", 15, null, 10), step("c", 5, 10)], at(11));
    expect(plan.steps.map(({ state }) => state)).toEqual(["done", "skipped", "now"]);
    expect([plan.endsAt, plan.late]).toEqual([at(15), -15]);
  });

  test("is not told of half a minute", () => {
    expect(planOf(session("a", 0.5), [step("a", 30, 0.5)], at(1)).late).toBe(0);
  });
});

test("steps follow each other without a gap or an overlap, whatever was done so far", () => {
  const minutes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(minutes, fc.nat(11), fc.integer({ min: -20, max: 20 }), fc.nat(60), (lengths, done, began, gone) => {
      const now = Math.min(done, lengths.length - 1);
      let clock = began;
      const steps = lengths.map((length, index) => {
        const from = clock;
        if (index < now) clock += length + 3;
        const started = index <= now ? from : null;
        return step(`s${index}`, length, started, index < now ? clock : null);
      });
      const plan = planOf(session(`s${now}`, began), steps, at(clock + gone));
      for (const [index, one] of plan.steps.entries()) {
        expect(one.endsAt.getTime()).toBeGreaterThanOrEqual(one.startsAt.getTime());
        if (index > 0) expect(one.startsAt).toEqual(plan.steps[index - 1]?.endsAt);
      }
      expect(plan.endsAt).toEqual(plan.steps.at(-1)?.endsAt);
      const rest = lengths.slice(now + 1).reduce((sum, one) => sum + one, 0);
      expect(plan.late > 0).toBe(
        rest - roomLeft(plan, at(30)) > 0 && plan.endsAt.getTime() - at(30).getTime() >= 60_000,
      );
    }),
  );
});

test("what is left of a step is told in minutes and seconds", () => {
  expect([0, 5, 65, 462, 3720, -130].map(countdown)).toEqual(["0:00", "0:05", "1:05", "7:42", "1:02:00", "2:10"]);
});
