import { expect, it } from "vitest";
import { movedRows } from "./row-moves";

function form(move: string, rows: { id: string; name?: string }[]) {
  const made = new FormData();
  made.set("version", "3");
  rows.forEach((row, index) => {
    for (const [field, value] of Object.entries(row)) made.set(`rows.${index}.${field}`, value);
  });
  if (move) made.set("move", move);
  return made;
}
const rows = [{ id: "a", name: "A" }, { id: "b" }, { id: "c", name: "C" }];

it("moves a row with all its fields, also those that the other row lacks", () => {
  const { form: moved, to } = movedRows(form("up-1", rows));
  expect(to).toBe(0);
  expect(Object.fromEntries(moved)).toEqual({
    version: "3",
    "rows.0.id": "b",
    "rows.1.id": "a",
    "rows.1.name": "A",
    "rows.2.id": "c",
    "rows.2.name": "C",
  });
  expect(movedRows(form("down-1", rows)).form.get("rows.2.id")).toBe("b");
});

it.each(["up-0", "down-2", "up-9", "sideways-1", "up--1", "up-1x", ""])("“%s” leaves the rows as they are", (move) => {
  const { form: same, to } = movedRows(form(move, rows));
  expect(to).toBeNull();
  expect(Object.fromEntries(same)).toEqual(Object.fromEntries(form("", rows)));
});
