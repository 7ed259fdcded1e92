import { describe, expect, test } from "vitest";
import { makeDocument } from "@/db/factories";
import type { Document, Media, SectionAudience } from "@/lib/write-ups/document";
import { restoredDocument } from "./restored";

const section = (key: "lessons" | "problem", markdown: string, audience: SectionAudience) => ({
  ...{ key, markdown, html: "", empty: null, audience },
});
const picture = (fileId: string, audience: SectionAudience): Media => ({
  ...{ id: `m-${fileId}`, fileId, kind: "picture", caption: "", alt: "", credit: "", licence: "" },
  ...{ width: 1, height: 1, size: 1, audience },
});
const restored = (now: Partial<Document>, old: Partial<Document>, files: string[] = []) =>
  restoredDocument(makeDocument(now), makeDocument(old), new Set(files));

describe("an earlier state that is brought back", () => {
  test("says what it said", () => {
    expect(restored({ title: "Now", themes: ["food"] }, { title: "Then" })).toEqual(makeDocument({ title: "Then" }));
  });

  test("opens nothing that is kept closer now", () => {
    const { sections } = restored(
      { sections: [section("lessons", "b", "city"), section("problem", "b", "public")] },
      { sections: [section("lessons", "a", "public"), section("problem", "a", "cohort")] },
    );
    expect(sections.map(({ markdown, audience }) => [markdown, audience])).toEqual([
      ["a", "city"],
      ["a", "cohort"],
    ]);
  });

  test("loses no section that it did not hold", () => {
    const { sections } = restored({ sections: [section("lessons", "stays", "city")] }, { sections: [] });
    expect(sections).toEqual([section("lessons", "stays", "city")]);
  });

  test("brings back no file whose bytes are gone, and opens none", () => {
    const { media } = restored(
      { media: [picture("a", "city")] },
      { media: [picture("a", "public"), picture("b", "public"), picture("gone", "public")] },
      ["a", "b"],
    );
    expect(media.map(({ fileId, audience }) => [fileId, audience])).toEqual([
      ["a", "city"],
      ["b", "public"],
    ]);
  });
});
