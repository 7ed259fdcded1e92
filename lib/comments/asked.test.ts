import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { askedFor } from "./asked";

const [one, other] = [newId(), newId()];

test.each([
  ["nothing", {}, { open: null, cursor: null, target: null, replies: null }],
  ["a comment", { comment: one }, { open: null, cursor: { around: one }, target: one }],
  ["a field", { reply: one, comment: other }, { open: { what: "reply", id: one }, cursor: { around: one } }],
  ["an older page", { before: one }, { cursor: { before: one }, target: null }],
  ["more answers", { replies: one, after: other }, { target: one, replies: { rootId: one, cursor: { after: other } } }],
  ["something made up", { comment: "../x", before: ["a", "b"], after: "" }, { cursor: null, target: null }],
])("an address that asks for %s", (_, query, wanted) => {
  expect(askedFor(query)).toMatchObject(wanted);
});
