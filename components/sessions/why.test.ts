import { describe, expect, it } from "vitest";
import type { CityShare, Proposal } from "@/lib/fair-hours/types";
import type { HoursView } from "./hours-view";
import { why } from "./why";

const NAMES = { sfo: "San Francisco", dub: "Dublin", tor: "Turin" };
const cities = new Map(Object.entries(NAMES).map(([id, name]) => [id, { id, name, code: id, accent: id }]));
const view = { cities, locale: "en" } as unknown as HoursView;

/** A proposal from what it costs San Francisco, Dublin and Turin, in quarters of a point. */
function proposal(sfo: number, dub: number, tor: number, more: Partial<Proposal> = {}): Proposal {
  const byCity = Object.entries({ sfo, dub, tor }).map(([cityId, burden]) => ({ cityId, burden }) as CityShare);
  const total = sfo + dub + tor;
  const highest = Math.max(sfo, dub, tor);
  const carryMost = byCity.filter(({ burden }) => burden === highest).map(({ cityId }) => cityId);
  return { byCity, total, carryMost, paidMost: [], aboveLeast: 0, ...more } as Proposal;
}

describe("the sentence that explains an hour", () => {
  const first = proposal(8, 4, 4, { aboveLeast: 4, paidMost: ["sfo"] });

  it.each([
    ["nobody pays", proposal(0, 0, 0), null, "All of it falls within everybody’s working hours."],
    ["one city pays least", proposal(16, 0, 0), null, "Fewest of all, but every one falls on San Francisco."],
    ["one city pays more", proposal(20, 0, 0, { aboveLeast: 4 }), first, "Every one falls on San Francisco."],
    [
      "the others carry it with who paid most",
      first,
      null,
      "San Francisco has paid most so far, so 3 cities carry this one together.",
    ],
    ["several share the least", proposal(4, 4, 4), null, "Fewest of all, shared by 3 cities."],
    [
      "several share the least, one most of it",
      proposal(8, 4, 0),
      null,
      "Fewest of all, shared by 2 cities; San Francisco carries most.",
    ],
    [
      "it is cheaper but harder on one",
      proposal(10, 2, 0),
      first,
      "Fewer than at the first hour, but San Francisco pays 0.5 points more.",
    ],
    ["it costs as much", proposal(4, 8, 4), first, "As many as at the first hour, but Dublin pays 1 point more."],
    [
      "it costs more but spares one",
      proposal(4, 10, 8),
      first,
      "More than at the first hour, but San Francisco pays 1 point less.",
    ],
    ["it costs more for all", proposal(9, 5, 5), first, "Shared by 3 cities."],
  ])("says so when %s", (_, one, before, sentence) => {
    expect(why(one, before ?? one, view)).toBe(sentence);
  });
});
