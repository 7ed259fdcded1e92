import { beforeEach, describe, expect, test, vi } from "vitest";
import type { CopyState } from "@/lib/working-copies/limits";
import { type DeviceCopy, forgetHere, keepHere, keptHere, noteHere } from "./device";
import { findCopy, keepAside, sendLeftovers } from "./recovery";
import { sendCopy, throwAway } from "./server";

vi.mock("./server");
vi.mock("./device");

let kept: DeviceCopy[] = [];
beforeEach(() => {
  kept = [];
  vi.resetAllMocks();
  vi.mocked(keptHere).mockImplementation(async (_, address) =>
    kept.filter(({ task }) => !address || task === address.task).sort((a, b) => b.at - a.at),
  );
  vi.mocked(forgetHere).mockImplementation(async ({ form }) => {
    kept = kept.filter((copy) => copy.form !== form);
  });
  vi.mocked(keepHere).mockImplementation(async (copy) => kept.push(copy) > 0);
  vi.mocked(noteHere).mockImplementation(async ({ form }, change) => {
    kept = kept.map((copy) => (copy.form === form ? { ...copy, ...change } : copy));
  });
  vi.mocked(throwAway).mockResolvedValue(null);
});

const address = { writeUp: "w", task: "lessons", language: "en" };
const typed = (words: string): [string, string][] => [["markdown", words]];
const place = { person: "p", address, form: "now", saved: typed("Saved."), now: typed("Saved.") };
const copy = (form: string, words: string, values: Partial<DeviceCopy> = {}): DeviceCopy => ({
  ...address,
  fields: typed(words),
  version: 1,
  seen: "s",
  serial: 1,
  person: "p",
  form,
  at: 1000,
  confirmed: false,
  sent: false,
  ...values,
});
const state = (words: string | null, serial: number, at = 1000): CopyState => ({
  person: "p",
  copy: words === null ? null : { fields: typed(words), version: 1, seen: "s", at: new Date(at).toISOString() },
  serial,
  others: [],
});
const forms = () => kept.map(({ form }) => form);

describe("what was typed and not saved is offered again", () => {
  test("words that did not reach the server come before its earlier state of them", async () => {
    kept = [copy("a", "One two three", { serial: 3 })];
    expect(await findCopy(place, state("One two", 3, 2000))).toMatchObject({ fields: typed("One two three") });
  });

  test("what was saved is not offered again, nor for a blank at its end", async () => {
    kept = [copy("a", " Saved. \n"), copy("b", "Saved.")];
    expect(await findCopy(place, state(null, 1))).toBeNull();
    expect(forms()).toEqual([]);
  });

  test("newer words of another device come first, and this browser keeps its own for later", async () => {
    kept = [copy("a", "Typed on the laptop", { serial: 2 })];
    expect(await findCopy(place, state("Typed on the phone", 9, 5000))).toMatchObject({
      fields: typed("Typed on the phone"),
    });
    expect(forms()).toEqual(["a"]);
  });

  test("older words of another device are kept aside before they are replaced", async () => {
    kept = [copy("a", "Typed on the laptop", { serial: 2, at: 9000 })];
    const found = await findCopy(place, state("Typed on the phone", 9, 5000));
    expect(found?.fields).toEqual(typed("Typed on the laptop"));
    expect(kept.map(({ fields }) => fields)).toContainEqual(typed("Typed on the phone"));
    expect(found?.here.map(({ form }) => form)).toEqual(["a"]);
  });

  test("two tabs without a line: the newest is offered, the other one stays", async () => {
    kept = [copy("a", "First tab", { at: 1 }), copy("b", "Second tab", { at: 2 })];
    const found = await findCopy(place, state(null, 0));
    expect(found).toMatchObject({ fields: typed("Second tab"), here: [{ form: "b" }] });
    expect(forms()).toEqual(["a", "b"]);
  });

  test("what the text has, what the server took and went beyond, and what the form keeps itself is no finding", async () => {
    kept = [copy("a", "Saved."), copy("b", "Gone with Continue", { sent: true, serial: 4 }), copy("now", "Just typed")];
    expect(await findCopy(place, state(null, 1004))).toBeNull();
    expect(forms()).toEqual(["now"]);
  });

  test("the other's words, shown beside one's own, come back with them and are no finding by themselves", async () => {
    const shown: [string, string][] = [
      ["theirs", "Zofia writes."],
      ["theirs.title//title", "Zofia translates."],
    ];
    kept = [copy("a", "Anna writes.", { fields: [...typed("Anna writes."), ...shown] })];
    expect((await findCopy(place, null))?.fields).toEqual([...typed("Anna writes."), ...shown]);
    kept = [copy("a", "Saved.", { fields: [...typed("Saved."), ...shown] })];
    expect(await findCopy(place, null)).toBeNull();
  });

  test("what cannot be put into the form stays in this browser, with a serial that never replaces anything", async () => {
    const server = state("Typed on the phone", 9);
    const found = await findCopy({ ...place, now: typed("Typing already") }, server);
    if (!found) throw new Error("nothing was found");
    await keepAside(found, place, server);
    expect(kept).toMatchObject([{ fields: typed("Typed on the phone"), serial: 9, confirmed: false }]);
    expect(found.here).toHaveLength(1);
  });
});

test("of each other form the newest words go to the server; those of a second tab wait to be offered", async () => {
  vi.mocked(sendCopy).mockResolvedValue({ kept: true, serial: 1, others: [] });
  const elsewhere = { task: "problem" };
  kept = [
    copy("a", "Older", { ...elsewhere, at: 1 }),
    copy("b", "Newer", { ...elsewhere, at: 2 }),
    copy("c", "Of the form that is open", { at: 3 }),
  ];
  await sendLeftovers("p", address);
  expect(vi.mocked(sendCopy).mock.calls.map(([{ fields }]) => fields)).toEqual([typed("Newer")]);
  expect(kept).toMatchObject([
    { form: "a", confirmed: false, serial: 0 },
    { form: "b", confirmed: true },
    { form: "c", confirmed: false },
  ]);
});

test("from the page of the list everything goes that has a draft; what has none waits where it was typed", async () => {
  vi.mocked(sendCopy).mockResolvedValue({ kept: true, serial: 9, others: [] });
  kept = [
    copy("a", "Typed in a tunnel"),
    copy("b", "Saved", { task: "problem", confirmed: true }),
    copy("c", "Not a draft yet", { writeUp: "", task: "quick", language: "" }),
  ];
  expect(await sendLeftovers("p", null)).toBe(1);
  expect(vi.mocked(sendCopy).mock.calls.map(([{ fields }]) => fields)).toEqual([typed("Typed in a tunnel")]);
  expect(kept).toMatchObject([{ confirmed: true }, { confirmed: true }, { confirmed: false }]);
});
