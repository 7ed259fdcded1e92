import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { LEADS } from "./format-list";
import { leadFrom, leadWords } from "./lead-words";

const hostIn = (locale: string) => (locale === "it" ? "Torino" : "Turin");

describe("who leads a step", () => {
  it.each(LOCALES)("is the same role after somebody read its words in %s and sent them back", (locale) => {
    for (const lead of LEADS) {
      expect(leadFrom(leadWords(lead, hostIn(locale), locale), hostIn)).toBe(lead);
      expect(leadFrom(leadWords(lead, null, locale).toUpperCase(), () => null)).toBe(lead);
    }
  });

  it("is a name when it is no role", () => {
    expect(leadFrom("Anna K.", hostIn)).toBe("Anna K.");
    expect(leadWords("Anna K.", "Turin", "en")).toBe("Anna K.");
    expect(leadFrom("", hostIn)).toBe("");
  });
});
