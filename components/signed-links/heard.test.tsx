import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { makeThreadComment } from "@/lib/comments/testing";
import { Heard } from "./heard";

const read = (values: Parameters<typeof makeThreadComment>[1]) =>
  renderToStaticMarkup(<Heard comment={makeThreadComment("x", values)} locale="en" />);

test("what is hidden is not read by a link, whoever it was sent to", () => {
  const hidden = read({ hidden: { reason: "Names a patient" }, html: "<p>canary</p>" });
  expect(hidden).not.toMatch(/canary|Anna|patient/);
  expect(hidden).toBe(read({ author: null, html: "", deleted: { by: "moderator" } }));
  expect(read({ html: "<p>canary</p>" })).toContain("canary");
});
