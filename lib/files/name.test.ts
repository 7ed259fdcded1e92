import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disposition, safeName } from "./name";

describe("the name of a file", () => {
  it.each([
    ["C:\\Users\\anna\\piano.pdf", "piano.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["invoice.exe", "invoice.exe.pdf"],
    ["", "file.pdf"],
    ["...", "file.pdf"],
    ["Piano\r\nSet-Cookie: a=b.pdf", "Piano Set-Cookie_ a=b.pdf"],
    ["gol\u202efdp.exe", "golfdp.exe.pdf"],
    ["Solidarietà e cura.PDF", "Solidarietà e cura.pdf"],
  ])("%j is kept as %j", (given, kept) => {
    expect(safeName(given, ["pdf"])).toBe(kept);
  });

  it("says what a picture has become", () => {
    expect(safeName("casa.JPG", ["webp"], ["jpg", "jpeg"])).toBe("casa.webp");
  });

  it("is one line for a header, whatever it was, and comes out again as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
        const name = safeName(given, ["pdf"]);
        const header = disposition("attachment", name);
        expect(header).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/,
        );
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? "")).toBe(name);
        expect(() => new Headers({ "content-disposition": header })).not.toThrow();
      }),
    );
  });

  it("is readable for those who know only plain letters", () => {
    expect(disposition("inline", 'Città "uno".pdf')).toBe(
      "inline; filename=\"Citta _uno_.pdf\"; filename*=UTF-8''Citt%C3%A0%20%22uno%22.pdf",
    );
    expect(disposition("inline", "文書.pdf")).toContain('filename="file.pdf"');
  });
});
