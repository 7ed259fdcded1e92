import { expect, test } from "vitest";
import type { Media, SectionAudience } from "./document";
import { emptyDocument } from "./empty-document";
import { READINGS } from "./limits";
import { previewAs } from "./preview";
import type { WriteUpPage } from "./types";

const media = (audience: SectionAudience): Media => ({
  id: audience,
  fileId: audience,
  kind: "picture",
  caption: `picture for ${audience}`,
  alt: "",
  credit: "",
  licence: "",
  width: 1,
  height: 1,
  size: 1,
  audience,
});

const empty = emptyDocument("case", "T", "C");
const document = {
  ...empty,
  sections: empty.sections.map((section) => {
    if (section.key === "what-did-not-work")
      return { ...section, markdown: "told to the cohort", audience: "cohort" as const };
    if (section.key === "lessons") return { ...section, markdown: "kept in the city", audience: "city" as const };
    return section;
  }),
  media: [media("city"), media("cohort"), media("public")],
};
const page: WriteUpPage = {
  id: "w",
  kind: "case",
  audience: "draft",
  reading: "city",
  city: { id: "c", slug: "turin", code: "TOR", name: "Turin", accent: "tor" },
  crisis: null,
  document,
  language: "it",
  originalLanguage: "it",
  languages: ["it", "en"],
  author: "A",
  translator: "B",
  behind: 2,
  releasedAt: null,
  updatedAt: new Date(0),
  confirmedOn: null,
  quickNote: false,
  machine: "somewhere",
  requested: null,
  demo: false,
  hasAsks: false,
  hasPassages: false,
  hasNews: false,
  abilities: { edit: true, share: true, comment: true, readComments: true },
};

test("somebody who previews sees what each audience would read, and is told what stays behind", () => {
  const words = READINGS.map((audience) => {
    const { writeUp, behind } = previewAs(audience, page, { document, language: "it", updatedAt: new Date(0) });
    const text = JSON.stringify(writeUp.document);
    return [
      text.includes("kept in the city"),
      text.includes("told to the cohort"),
      writeUp.document.media.length,
      behind,
    ];
  });
  expect(words).toEqual([
    [true, true, 3, []],
    [false, true, 2, ["lessons"]],
    [false, false, 1, ["what-did-not-work", "lessons"]],
  ]);
});

test("nothing can be done from a preview", () => {
  const { writeUp } = previewAs("public", page, { document, language: "it", updatedAt: new Date(0) });
  expect(Object.values(writeUp.abilities)).toEqual([false, false, false, false]);
  expect(writeUp).toMatchObject({ languages: ["it"], translator: null, machine: null, behind: 0, audience: "public" });
});
