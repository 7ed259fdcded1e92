import "server-only";
import { nothingFits } from "./nothing-fits";
import { propose } from "./proposals";
import { rank } from "./rank";
import { grid } from "./starts";
import type { Found, Search } from "./types";

/**
 * The fairest hours for cities on several clocks. Nothing is read or written here: the same search finds the same hours.
 *
 * The burden of city c in slot s is d(c,s) = Σ weight × ¼ over its quarter-hours (see weights.ts), the balance B(c) what
 * it has paid in the last twelve months (see ledger.ts).
 * 1. Limits: a slot at night or on a day off of a city that must be there is out.
 * 2. Guard: of the rest stay the slots with D(s) = Σ d(c,s) ≤ min D + G, where G is 0 (least), 2 points (balanced) or
 *    without end (fairest).
 * 3. Leximax: the balances after the slot, B(c) + d(c,s), sorted downwards and compared one by one; the smallest is first.
 *    Ties: the smaller D, the larger share within working hours, the earlier start.
 * No slot that is worse for one city and better for none comes first: it would lose under 2 and under 3.
 * When fewer than three hours pass the guard, those with the next smallest D follow.
 *
 * M. Lackner, "Perpetual Voting: Fairness in Long-Term Decision Making", AAAI 2020.
 * M. Lackner and J. Maly, "Proportional Decisions in Perpetual Voting", AAAI 2023.
 */
export function findHours(search: Search): Found {
  const table = grid(search);
  const required = table.hours.filter(({ city }) => city.required);
  const ranked = rank(table, required, search.spread);
  return {
    proposals: propose(table, ranked),
    looked: table.starts.length,
    allowed: ranked.length,
    free: ranked.some(({ outside }) => outside === 0),
    nothing: ranked.length === 0 ? nothingFits(table, search.spread) : null,
  };
}
