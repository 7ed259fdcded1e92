import { beforeEach, expect, test, vi } from "vitest";
import { Stay } from "./stay";

const sent = vi.hoisted(() => [] as [string, boolean][]);
vi.mock("@/lib/comments/client", () => ({ tellSeen: (...seen: [string, boolean]) => sent.push(seen) }));
beforeEach(() => {
  sent.length = 0;
});

test("whoever leaves has seen what came up to the first that they did not scroll to", () => {
  const stay = new Stay(false);
  stay.hear(["a", "b"]);
  stay.hear(["c", "a"]);
  for (const id of ["a", "b", "c", "elsewhere"]) if (id !== "b") stay.see(id);
  stay.end();
  expect(sent).toEqual([["a", false]]);
  stay.see("b");
  stay.end();
  stay.end();
  expect(sent).toEqual([
    ["a", false],
    ["c", false],
  ]);
});

test("nothing is said when nothing came, and nothing counts after what the page does not have", () => {
  const stay = new Stay(true);
  stay.end();
  stay.hear(["a"]);
  stay.see("a");
  stay.lose();
  stay.hear(["b"]);
  stay.see("b");
  stay.end();
  stay.end();
  expect(sent).toEqual([["a", true]]);
});
