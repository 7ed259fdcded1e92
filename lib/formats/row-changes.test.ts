import { expect, it } from "vitest";
import { changedRows } from "./row-changes";

function form(button: Record<string, string>, titles: string[]) {
  const made = new FormData();
  for (const [row, title] of titles.entries()) made.set(`rows.${row}.title`, title);
  for (const [name, value] of Object.entries(button)) made.set(name, value);
  return made;
}
const titlesOf = (made: FormData) => [...made].filter(([name]) => name.startsWith("rows.")).map(([, value]) => value);

it("a removed row is gone and the names of the fields stay", () => {
  const { form: next, to } = changedRows(form({ remove: "1" }, ["a", "b", "c"]));
  expect(to).toEqual({ removed: 1 });
  expect(titlesOf(next)).toEqual(["a", "c", ""]);
  expect(next.has("remove")).toBe(false);
});

it("a moved row changes places", () => {
  const { form: next, to } = changedRows(form({ move: "down-0" }, ["a", "b"]));
  expect(to).toEqual({ moved: 1 });
  expect(next.get("rows.0.title")).toBe("b");
});

it("other buttons say where the form comes back to", () => {
  expect(changedRows(form({ more: "yes" }, ["a"])).to).toBe("more");
  expect(changedRows(form({ fit: "yes" }, ["a"])).to).toBe("fit");
  expect(changedRows(form({ remove: "x" }, ["a"])).to).toBeNull();
});
