import fc from "fast-check";
import { expect, it } from "vitest";
import { addressOf, filtersFrom, filtersIn, filtersOn, queryString } from "./library-query";

it("a link to a search shows the same search to whoever opens it", () => {
  const value = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
  const list = fc.uniqueArray(value, { minLength: 1, maxLength: 4 }).map((values) => values.sort());
  fc.assert(
    fc.property(
      fc.record({ q: fc.stringMatching(/^[^\s\0]{1,40}$/u), city: list, phase: list }, { requiredKeys: [] }),
      fc.integer({ min: 1, max: 400 }),
      (filters, page) => {
        const query: Record<string, string | string[]> = {};
        for (const [key, one] of new URL(addressOf(filters, page), "http://x").searchParams) {
          query[key] = [...[query[key] ?? []].flat(), one];
        }
        expect(filtersFrom(query)).toEqual({ filters, page });
      },
    ),
  );
});

it("an address with nonsense in it opens the library without filters", () => {
  expect(filtersFrom({ city: ["<b>", ""], page: "-3", q: "\0", sort: "x" })).toEqual({ filters: {}, page: 1 });
});

it("each filter that is on can be taken off by itself", () => {
  const on = filtersOn({ city: ["turin", "dublin"], phase: ["rebuild"] });
  expect(on.map(({ value }) => value)).toEqual(["rebuild", "turin", "dublin"]);
  expect(on[1]?.without).toEqual({ city: ["dublin"], phase: ["rebuild"] });
});

it("a search has one form, in whatever order its filters were chosen, and whatever else stood in the address", () => {
  const one = queryString(filtersIn("theme=housing&theme=food&q=casa&page=3&__proto__=x&city=turin"));
  expect(one).toBe("q=casa&theme=food&theme=housing&city=turin");
  expect(queryString(filtersIn(one))).toBe(one);
});
