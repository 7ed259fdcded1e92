import fc from "fast-check";
import { expect, it } from "vitest";
import { inPlace, withReplies } from "./conversation";
import { MANY } from "./limits";
import { makeThreadComment } from "./testing";

const idOf = (n: number) => `r${String(n).padStart(4, "0")}`;
const reply = (n: number, gapAfter = false) =>
  makeThreadComment(idOf(n), { parentId: "root", createdAt: new Date(n * 1000).toISOString(), gapAfter });

it("comments stand by when they were said, each once", () => {
  const [one, two] = [reply(1), reply(2)];
  expect(inPlace([two, one, { ...two, html: "new" }]).map(({ id, html }) => [id, html])).toEqual([
    [idOf(1), one.html],
    [idOf(2), "new"],
  ]);
});

it("however somebody opens a long conversation, gaps stand exactly where answers are left out", () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 90 }), fc.array(fc.nat(), { maxLength: 12 }), (total, steps) => {
      // As the server sends it: the first three and the newest.
      let root = makeThreadComment("root", {
        replies: [reply(0), reply(1), reply(2, total > 4), reply(total - 1)],
        moreReplies: total - 4,
      });
      for (const step of steps) {
        const known = new Set(root.replies.map(({ id }) => id));
        const gaps = root.replies.filter(({ gapAfter }) => gapAfter);
        const gap = gaps[step % Math.max(1, gaps.length)];
        const jump = step % 3 === 0;
        const from = jump ? step % total : gap ? Number(gap.id.slice(1)) + 1 : null;
        if (from === null) break;
        const to = Math.min(total, from + 20);
        const page = {
          replies: Array.from({ length: to - from }, (_, n) => reply(from + n)),
          more: Math.min(total - to, MANY + 1),
        };
        root = withReplies(root, page, jump ? { at: idOf(from) } : { after: gap?.id ?? "" });
        for (const id of known) expect(root.replies.map((one) => one.id)).toContain(id);
      }
      const shown = root.replies.map(({ id }) => Number(id.slice(1)));
      expect(shown).toEqual([...shown].sort((a, b) => a - b));
      expect(root.moreReplies).toBe(total - shown.length);
      // A gap that is closed is never open; one that is open may be found to be empty.
      root.replies.forEach(({ gapAfter }, n) => {
        const next = shown[n + 1];
        if (next !== undefined && next > (shown[n] ?? 0) + 1) expect(gapAfter).toBe(true);
      });
      if (shown.length === total) expect(root.replies.some(({ gapAfter }) => gapAfter)).toBe(false);
    }),
  );
});
