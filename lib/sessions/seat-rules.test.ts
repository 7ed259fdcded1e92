import fc from "fast-check";
import { expect, it } from "vitest";
import { citiesHeld, type Guest, hasSeat, promoted, type Room } from "./seat-rules";

const guest = (personId: string, ...cities: string[]): Guest => ({ personId, cities });
const ids = (guests: readonly Guest[]) => guests.map(({ personId }) => personId);

it("who came first gets the free seat, and nobody gets one when all are taken", () => {
  const room = { capacity: 2, heldFor: [] };
  expect(ids(promoted(room, [guest("a")], [guest("b"), guest("c")]))).toEqual(["b"]);
  expect(ids(promoted(room, [guest("a"), guest("b")], [guest("c")]))).toEqual([]);
  expect(ids(promoted({ capacity: null, heldFor: [] }, [], [guest("a"), guest("b")]))).toEqual(["a", "b"]);
});

it("a held seat waits for its city and lets its people pass those who came before", () => {
  const room = { capacity: 3, heldFor: ["turin", "dublin"] };
  const going = [guest("t1", "turin")];
  expect(citiesHeld(room, going)).toEqual(["dublin"]);
  expect(ids(promoted(room, going, [guest("t2", "turin"), guest("t3", "turin"), guest("d1", "dublin")]))).toEqual([
    "t2",
    "d1",
  ]);
});

it("a city with more held seats than there are still gets what is left", () => {
  const room = { capacity: 1, heldFor: ["turin", "dublin"] };
  expect(hasSeat(room, [], guest("t1", "turin"))).toBe(true);
  expect(hasSeat(room, [], guest("facilitator"))).toBe(false);
  expect(hasSeat(room, [guest("t1", "turin")], guest("d1", "dublin"))).toBe(false);
});

const CITIES = ["a", "b", "c"];
const guests = fc
  .array(fc.subarray(CITIES), { maxLength: 12 })
  .map((all) => all.map((cities, index): Guest => ({ personId: String(index), cities })));
const rooms = fc.record<Room>({
  capacity: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
  heldFor: fc.subarray(CITIES),
});

it("nobody waits while there is a seat for them, and nobody sits where there is none", () => {
  fc.assert(
    fc.property(rooms, guests, (room, waiting) => {
      const seated = promoted(room, [], waiting);
      const left = waiting.filter((one) => !seated.includes(one));
      expect(seated.length).toBeLessThanOrEqual(room.capacity ?? waiting.length);
      for (const one of left) expect(hasSeat(room, seated, one)).toBe(false);
      if (room.heldFor.length === 0) expect(seated).toEqual(waiting.slice(0, seated.length));
    }),
  );
});
