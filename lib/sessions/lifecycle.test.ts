import { expect, it } from "vitest";
import { before, mayBecome, OPEN } from "./lifecycle";
import { STATUSES } from "./limits";

const ALLOWED = [
  "draft > proposed",
  "draft > polling",
  "draft > scheduled",
  "draft > cancelled",
  "proposed > polling",
  "proposed > scheduled",
  "proposed > cancelled",
  "polling > scheduled",
  "polling > cancelled",
  "scheduled > live",
  "scheduled > held",
  "scheduled > cancelled",
  "live > held",
  "live > cancelled",
];

it.each(STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const)))(
  "a facilitator takes a session from %s to %s only when it leads on",
  (from, to) => {
    expect(mayBecome(from, to)).toBe(ALLOWED.includes(`${from} > ${to}`));
    expect(before(to).includes(from)).toBe(mayBecome(from, to));
  },
);

it("a facilitator can call a session off until it is held", () => {
  expect(OPEN).toEqual(["draft", "proposed", "polling", "scheduled", "live"]);
});
