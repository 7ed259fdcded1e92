import { describe, expect, test } from "vitest";
import { makeDocument } from "@/db/factories";
import type { Document, Media, SectionAudience } from "./document";
import { documentsFor } from "./released-texts";

const section = (audience: SectionAudience, markdown: string): Document["sections"][number] => ({
  key: "lessons",
  markdown,
  html: "",
  empty: null,
  audience,
});
const picture = (fileId: string, audience: SectionAudience): Media => ({
  id: `row-${fileId}`,
  fileId,
  kind: "picture",
  caption: "",
  alt: `What ${fileId} shows`,
  credit: "",
  licence: "",
  width: 1,
  height: 1,
  size: 1,
  audience,
});

/** The Italian text as the public would read it, in words. */
function released(original: Partial<Document>, translation: Partial<Document>): string {
  const texts = [
    { language: "en", document: makeDocument(original) },
    { language: "it", document: makeDocument(translation) },
  ];
  return JSON.stringify(documentsFor("public", "en", texts).get("it"));
}

describe("a translation that came from elsewhere", () => {
  test("does not show what the original keeps in the city", () => {
    const shown = released(
      { sections: [section("city", "Inside")], media: [picture("one", "cohort")] },
      { sections: [section("public", "Dentro")], media: [picture("one", "public")] },
    );
    expect(shown).not.toContain("Dentro");
    expect(shown).not.toContain("What one shows");
  });

  test("keeps closer what its own translator kept closer", () => {
    const shown = released(
      { sections: [section("public", "")], media: [picture("one", "public")] },
      { sections: [section("city", "Dentro")], media: [picture("one", "city")] },
    );
    expect(shown).not.toContain("Dentro");
    expect(shown).not.toContain("What one shows");
  });

  test("shows no file that nobody saw in the original, and shows the others", () => {
    const shown = released(
      { sections: [section("public", "Open")], media: [picture("one", "public")] },
      { sections: [section("public", "Aperto")], media: [picture("one", "public"), picture("two", "public")] },
    );
    expect(shown).toContain("Aperto");
    expect(shown).toContain("What one shows");
    expect(shown).not.toContain("What two shows");
  });
});
