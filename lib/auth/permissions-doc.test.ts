import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { permissionsPage } from "./permissions-doc";

it("the printed table says what the code does", () => {
  expect(readFileSync("docs/permissions.md", "utf8")).toBe(permissionsPage());
});
