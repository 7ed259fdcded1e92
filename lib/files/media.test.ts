import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Media } from "@/lib/write-ups/document";
import { moved, translated, withWords } from "./media";

const entry = (id: string, values: Partial<Media> = {}): Media => ({
  id,
  fileId: `file-${id}`,
  kind: "picture",
  caption: "",
  alt: `Shows ${id}`,
  credit: "Anna",
  licence: "cc-by",
  width: 10,
  height: 10,
  size: 1,
  audience: "public",
  ...values,
});
const ids = (list: Media[]) => list.map(({ id }) => id).join("");

describe("the files of a text", () => {
  it("stand in the order in which they got their words, and keep their place when the words change", () => {
    const { id, fileId, kind, width, height, size, ...words } = entry("c");
    const list = withWords([entry("a"), entry("b")], { id, fileId, kind, width, height, size }, words);
    expect(ids(list)).toBe("abc");
    const again = withWords(list, { ...entry("x"), fileId: "file-a" }, { ...words, alt: "Another" });
    expect(ids(again)).toBe("abc");
    expect(again[0]?.alt).toBe("Another");
  });

  it("move among their kind, and stay where they are at the ends", () => {
    const list = [entry("a"), entry("d", { kind: "document" }), entry("b")];
    expect(ids(moved(list, "file-b", -1))).toBe("bda");
    expect(ids(moved(list, "file-d", 1))).toBe("adb");
    expect(ids(moved(list, "nothing", 1))).toBe("adb");
  });

  it("reach every language, with the original's words until somebody translates them", () => {
    const before = [entry("a"), entry("b")];
    const italian = [entry("a", { alt: "Mostra a" }), entry("b")];
    const after = [entry("b", { alt: "Shows b better", audience: "city" }), entry("a", { credit: "Bea" }), entry("c")];
    const now = translated(italian, before, after);
    expect(ids(now)).toBe("bac");
    expect(now.map(({ alt }) => alt)).toEqual(["Shows b better", "Mostra a", "Shows c"]);
    expect(now[1]?.credit).toBe("Bea");
    expect(now[0]?.audience).toBe("city");
  });

  it("are the same in every language after any change", () => {
    const list = fc
      .uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 })
      .map((all) => all.map((id) => entry(id)));
    fc.assert(
      fc.property(list, list, list, (theirs, before, after) => {
        expect(ids(translated(theirs, before, after))).toBe(ids(after));
      }),
    );
  });
});
