import fc from "fast-check";
import { expect, test } from "vitest";
import { fileNameFrom } from "./file-name";

test("a file is called by its title, in letters that every system takes", () => {
  expect(fileNameFrom("Warszawa Wspiera: zespół wsparcia w każdej dzielnicy", "pdf")).toBe(
    "warszawa-wspiera-zespol-wsparcia-w-kazdej-dzielnicy.pdf",
  );
  expect(fileNameFrom('../../etc/passwd\r\n"', "md")).toBe("etc-passwd.md");
  expect(fileNameFrom("繁體中文", "docx")).toBe("stafeta.docx");
});

test("whatever the title, it is no path and no header", () => {
  fc.assert(
    fc.property(fc.string(), (title) => {
      expect(fileNameFrom(title, "json")).toMatch(/^[a-z0-9][a-z0-9-]*\.json$/);
    }),
  );
});
