import { expect, test, vi } from "vitest";
import { keptHtml, keptList } from "./kept-html";

vi.mock("@/lib/auth/current", () => ({ isForPage: async () => true }));

const handedOver = (id: string) => globalThis.stafetaHanded?.get(id);

test("what one reader may see is another string than what another may", async () => {
  const words = keptHtml(({ title, edit }: { title: string; edit: boolean }) => (
    <p>
      {title} {edit && "Edit"}
    </p>
  ));
  const [mine, theirs, again] = await Promise.all([
    words({ title: "One", edit: true }),
    words({ title: "One", edit: false }),
    words({ title: "One", edit: true }),
  ]);
  expect([mine, theirs].map(({ id }) => handedOver(id))).toEqual(["<p>One Edit</p>", "<p>One </p>"]);
  expect(again).toEqual(mine);
});

test("two components with the same props do not stand in each other's place", async () => {
  const [one, other] = [keptHtml(() => <p>One</p>), keptHtml(() => <p>Other</p>)];
  const [first, second] = [await one({}), await other({})];
  expect([first, second].map(({ id }) => handedOver(id))).toEqual(["<p>One</p>", "<p>Other</p>"]);
});

test("somebody who asks for page after page does not fill the memory", async () => {
  const long = keptList(({ n }: { n: number }) => <p>{`${n} ${"x".repeat(1_000_000)}`}</p>);
  const ids: string[] = [];
  for (let n = 0; n < 40; n++) ids.push((await long([{ n }])).id);
  const kept = ids.filter((id) => handedOver(id) !== undefined);
  expect(kept.length).toBeLessThan(33);
  expect(kept).toContain(ids.at(-1));
});
