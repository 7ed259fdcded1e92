import { expect, test } from "vitest";
import type { Document } from "@/lib/write-ups/document";
import { emptyDocument } from "@/lib/write-ups/empty-document";
import { portableDocument } from "./format";
import { jsonSchema } from "./json-schema";
import { portableText } from "./portable";

const makeDocument = (values: Partial<Document>): Document => ({
  ...emptyDocument("practice", "A practice", ""),
  ...values,
});
const site = new URL("https://stafeta.example");

test("the schema in docs is the one that an import goes by", async () => {
  await expect(jsonSchema()).toMatchFileSnapshot("../../docs/write-up.schema.json");
});

test("what an export writes is what an import reads, to the letter", () => {
  const document = makeDocument({
    sections: [{ key: "problem", markdown: "Rents *rose*.", html: "<p>x</p>", empty: null, audience: "public" }],
    buildingBlocks: [{ id: "b", name: "A van", needs: "", transferable: "yes" }],
    funding: [{ id: "f", kind: "eu", label: "", amount: 1_500_000, currency: "EUR", date: "2020-03", sourceId: null }],
    contact: { name: "Desk", email: "desk@example.org" },
  });
  const written = portableText(document, site);
  expect(portableDocument.parse(JSON.parse(JSON.stringify(written)))).toEqual(written);
});

test("sections that say nothing are left out, but not who may read them", () => {
  const empty = { markdown: "", html: "", empty: null };
  const { sections } = portableText(
    makeDocument({
      sections: [
        { ...empty, key: "problem", audience: "public" },
        { ...empty, key: "what-did-not-work", audience: "cohort" },
        { ...empty, key: "lessons", audience: "city" },
        { ...empty, key: "costs", audience: "public", empty: { why: "not-known", by: null } },
      ],
    }),
    site,
  );
  expect(sections.map(({ key }) => key)).toEqual(["lessons", "costs"]);
});
