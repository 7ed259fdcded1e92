import { expect, test } from "vitest";
import { besideHtml, nameOf } from "./beside-html";

const LABELS = {
  answer: "Answer",
  ofWhom: "{name}’s comment",
  readAll: "Read all",
  commentBy: "Comment by {name}",
  commentOf: "Comment {n}, by {name}",
  back: "Back to {n}",
};

test("a name is a name, whatever signs it is made of", () => {
  expect(nameOf({ number: 2, name: "$& $' {n}" }, LABELS)).toBe("Comment 2, by $& $' {n}");
  const view = { id: "x", number: null, name: '$&"><b>', city: null, html: "<p>Said.</p>", cut: null, language: "en" };
  const html = besideHtml({ ...view, createdAt: "", when: "", about: null, answers: null, reply: true }, LABELS);
  expect(html).toContain("$&#38;&#34;&#62;&#60;b&#62;’s comment");
  expect(html).not.toContain("{name}");
});
