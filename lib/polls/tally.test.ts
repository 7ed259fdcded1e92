import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VOTES } from "./limits";
import { type CastVote, tally } from "./tally";

const IDS = ["sfo", "bhz", "dub", "tor"];
const cities = fc.uniqueArray(fc.record({ id: fc.constantFrom(...IDS), required: fc.boolean() }), {
  selector: ({ id }) => id,
  maxLength: 4,
});
const votes = fc.array(
  fc.record({ vote: fc.constantFrom(...VOTES), cityIds: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 2 }) }),
  { maxLength: 30 },
);
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0);

describe("the votes for one option", () => {
  it("work when every city that must be there has one yes or one if need be", () => {
    const must = [
      { id: "tor", required: true },
      { id: "dub", required: true },
      { id: "sfo", required: false },
    ];
    const said: CastVote[] = [{ vote: "yes", cityIds: ["tor"] }];
    expect(tally(must, said).missing).toEqual(["dub"]);
    expect(tally(must, [...said, { vote: "no", cityIds: ["dub"] }]).missing).toEqual(["dub"]);
    expect(tally(must, [...said, { vote: "if-need-be", cityIds: ["dub"] }]).missing).toEqual([]);
  });

  it("count a facilitator, who belongs to no city, in the whole and for no city", () => {
    const { all, byCity, missing } = tally([{ id: "tor", required: true }], [{ vote: "yes", cityIds: [] }]);
    expect(all.yes).toBe(1);
    expect(byCity.get("tor")).toEqual({ yes: 0, "if-need-be": 0, no: 0 });
    expect(missing).toEqual(["tor"]);
  });

  it("count each person once, and do not depend on who voted first", () => {
    fc.assert(
      fc.property(cities, votes, fc.integer(), (of, cast, seed) => {
        const one = tally(of, cast);
        expect(sum(one.all)).toBe(cast.length);
        const mixed = cast.toSorted(
          (a, b) => ((a.cityIds.length * 7 + seed) % 3) - ((b.cityIds.length * 7 + seed) % 3),
        );
        expect(tally(of, mixed.toReversed())).toEqual(one);
        for (const { id } of of)
          expect(sum(one.byCity.get(id) ?? {})).toBe(cast.filter(({ cityIds }) => cityIds.includes(id)).length);
      }),
    );
  });

  it("miss only cities that must be there, and fewer the more people say yes", () => {
    fc.assert(
      fc.property(cities, votes, fc.constantFrom(...IDS), (of, cast, id) => {
        const before = tally(of, cast).missing;
        const after = tally(of, [...cast, { vote: "yes", cityIds: [id] }]).missing;
        expect(before.every((missing) => of.some((city) => city.id === missing && city.required))).toBe(true);
        expect(after).toEqual(before.filter((missing) => missing !== id));
        expect(tally(of, [...cast, { vote: "no", cityIds: [id] }]).missing).toEqual(before);
      }),
    );
  });
});
