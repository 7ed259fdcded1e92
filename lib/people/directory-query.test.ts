import { expect, it } from "vitest";
import { directoryAddress, directoryQuery } from "./directory-query";

it("an address of the directory reads back as it was written", () => {
  const filters = { q: "Anna & Co", city: "turin", language: "pt-BR", away: "away" as const };
  const query = Object.fromEntries(new URL(directoryAddress(filters, 3), "http://x").searchParams);
  expect(directoryQuery(query)).toEqual({ filters, page: 3 });
});

it("somebody who changes the address by hand gets the whole directory, not an error", () => {
  const odd = { q: " \ud800 ", city: "", language: ["it", "en"], away: "perhaps", page: "-1" };
  expect(directoryQuery(odd)).toEqual({
    filters: { q: undefined, city: undefined, language: "it", away: undefined },
    page: 1,
  });
  expect(directoryQuery({ q: "a\0b", page: "x" }).filters.q).toBeUndefined();
});
