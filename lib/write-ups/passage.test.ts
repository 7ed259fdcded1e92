import fc from "fast-check";
import { expect, test } from "vitest";
import { stemOf } from "@/lib/text/stem";
import { type Part, passageIn, plainText, wordsAsked } from "./passage";

const stems = (q: string, language: string) => new Set(wordsAsked(q).map((word) => stemOf(word, language)));
const find = (markdown: string, q: string, language = "en") =>
  passageIn(plainText(markdown), language, stems(q, language));
const found = (parts: Part[] | null) => parts?.filter((part) => part.found).map(({ text }) => text);
const whole = (parts: Part[] | null) => parts?.map(({ text }) => text).join("");

test.each([
  ["volunteer", "Our Volunteers came. Volunteering goes on.", "en", ["Volunteers", "Volunteering"]],
  ["cities", "A city learns from cities.", "en", ["city", "cities"]],
  ["house", "Housing for each household.", "en", ["Housing"]],
  ["citta", "La città e le città.", "it", ["città", "città"]],
  ["consegne", "La consegna dei pasti.", "it", ["consegna"]],
  ["zywnosc", "Żywność dla sąsiadów", "pl", ["Żywność"]],
  ["etxebizitza", "Etxebizitzak denontzat", "eu", ["Etxebizitzak"]],
  ["huizen", "Een huis, twee huizen", "nl", ["huizen"]],
  ["São", "Em São Paulo", "pt-BR", ["São"]],
  ["bus", "A bus, not abuse.", "en", ["bus"]],
  ["food in Turin", "In winter there is food.", "en", ["food"]],
  ["to be", "What is to come will be.", "en", ["be"]],
  ["masks -cloth", "Cloth masks", "en", ["masks"]],
  ["日本", "日本 という", "ja", ["日本"]],
])("a search for %j finds in %j", (q, text, language, expected) => {
  expect(found(find(text, q, language))).toEqual(expected);
});

test("a passage begins with its sentence, has no signs and no addresses, and says nothing where the words are not", () => {
  const before = "Nothing to see here. ".repeat(50);
  const after = " And on it goes.".repeat(50);
  const parts = find(`${before}\n\n- **Neighbours** [sew masks](https://example.org/masks) at home.${after}`, "masks");
  expect(whole(parts)).toMatch(/^Neighbours sew masks at home\. And on it goes\..{40,100}$/);
  expect(find("See https://example.org/masks", "masks")).toBeNull();
  expect(find("Masks", "shelter")).toBeNull();
});

test("the passage is the one with most of the words, the first of these", () => {
  const gap = "This is something else. ".repeat(20);
  const text = `Food was short. ${gap} Food came by tram to each district. ${gap} Tram and food again.`;
  expect(whole(find(text, "tram food"))).toContain("came by tram");
  expect(found(find(text, "tram food"))).toEqual(["Food", "tram"]);
});

test("whatever stands in a text and is searched in it, the passage is a part of it and marks words", () => {
  const typed = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(typed, typed, fc.constantFrom("en", "it", "es", "eu", "nl", "pt", "pl"), (markdown, more, language) => {
      const plain = plainText(markdown);
      expect(plain.folded.length).toBe(plain.text.length);
      for (const q of [more, markdown]) {
        const parts = passageIn(plain, language, stems(q, language));
        if (!parts) continue;
        expect(plain.text).toContain(whole(parts));
        for (const word of found(parts) ?? []) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }
    }),
  );
});
