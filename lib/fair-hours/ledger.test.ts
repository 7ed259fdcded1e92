import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LedgerSession, ledger, ledgerFrom } from "./ledger";

const now = new Date("2026-11-24T12:00:00Z");
const founded = new Date("2025-01-01T00:00:00Z");
const city = (id: string, createdAt = founded) => ({ id, createdAt });

let sessions = 0;
function session(startsAt: string, burdens: Record<string, number>): LedgerSession {
  return { id: `session-${sessions++}`, startsAt: new Date(startsAt), burdens: new Map(Object.entries(burdens)) };
}
const balances = (cities: ReturnType<typeof city>[], held: LedgerSession[], at = now) =>
  Object.fromEntries([...ledger(cities, held, at)].map(([id, { balance }]) => [id, balance]));

describe("a city", () => {
  it("has paid what the sessions of the last twelve months cost it, and those ahead", () => {
    const held = [
      session("2025-11-20T15:00Z", { turin: 100 }),
      session("2025-12-01T15:00Z", { turin: 4, dublin: 8 }),
      session("2026-12-01T15:00Z", { turin: 2 }),
    ];
    expect(balances([city("turin"), city("dublin")], held)).toEqual({ turin: 6, dublin: 8 });
  });

  it("no longer pays for a session from the day twelve months after it on", () => {
    const held = [session("2025-11-24T15:00Z", { turin: 4 })];
    expect(balances([city("turin")], held, new Date("2026-11-24T23:00Z"))).toEqual({ turin: 4 });
    expect(balances([city("turin")], held, new Date("2026-11-25T00:00Z"))).toEqual({ turin: 0 });
    expect(ledgerFrom(new Date("2028-02-29T10:00Z"))).toEqual(new Date("2027-02-28T00:00Z"));
  });

  it("sees how many sessions count, and the last that has begun", () => {
    const held = [
      session("2026-06-01T15:00Z", { turin: 4 }),
      session("2026-11-10T15:00Z", { turin: 2, dublin: 1 }),
      session("2026-12-01T15:00Z", { turin: 2 }),
    ];
    const found = ledger([city("turin"), city("bilbao")], held, now);
    expect(found.get("turin")).toMatchObject({ sessions: 3, start: 0, last: { burden: 2, id: held[1]?.id } });
    expect(found.get("bilbao")).toMatchObject({ sessions: 0, balance: 0, last: null });
  });
});

describe("a city that joins late", () => {
  const joined = new Date("2026-09-01T00:00:00Z");
  const before = [
    session("2026-01-10T15:00Z", { turin: 8, dublin: 4, bilbao: 0 }),
    session("2026-05-10T15:00Z", { turin: 8, dublin: 4, bilbao: 2 }),
  ];
  const all = [city("turin"), city("dublin"), city("bilbao"), city("warsaw", joined)];

  it("starts at the median of the others, so that it does not carry everything at first", () => {
    expect(balances(all, before)).toEqual({ turin: 16, dublin: 8, bilbao: 2, warsaw: 8 });
  });

  it("starts with nothing when nobody had met yet", () => {
    const after = [session("2026-10-01T15:00Z", { turin: 8, dublin: 4, warsaw: 2 })];
    expect(balances(all, after)).toEqual({ turin: 8, dublin: 4, bilbao: 0, warsaw: 2 });
  });

  it("loses its start as the sessions behind it stop counting", () => {
    expect(balances(all, before, new Date("2027-02-01T00:00Z")).warsaw).toBe(4);
    expect(balances(all, before, new Date("2027-06-01T00:00Z")).warsaw).toBe(0);
  });

  it("pays its own from then on, on top", () => {
    const held = [...before, session("2026-10-01T15:00Z", { turin: 4, warsaw: 6 })];
    expect(balances(all, held)).toMatchObject({ turin: 20, warsaw: 14 });
  });

  it("counts from its first session when its workspace was made only afterwards", () => {
    const held = [session("2026-01-10T15:00Z", { turin: 8, warsaw: 4 })];
    expect(balances([city("turin"), city("warsaw", joined)], held)).toEqual({ turin: 8, warsaw: 4 });
  });

  it("a half quarter between two is rounded down", () => {
    const held = [session("2026-01-10T15:00Z", { turin: 3, dublin: 4 })];
    const cities = [city("turin"), city("dublin"), city("warsaw", joined)];
    expect(balances(cities, held).warsaw).toBe(3);
  });
});

it("no balance is ever below nought, nor above what was paid in all", () => {
  const ids = ["a", "b", "c", "d"];
  const anyDay = fc.integer({ min: 0, max: 900 }).map((day) => new Date(Date.UTC(2025, 0, 1) + day * 86_400_000));
  const anyHeld = fc.array(fc.tuple(anyDay, fc.dictionary(fc.constantFrom(...ids), fc.nat(40))), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(anyDay, { minLength: 4, maxLength: 4 }), anyHeld, (made, held) => {
      const cities = ids.map((id, index) => city(id, made[index]));
      const given = held.map(([startsAt, burdens]) => session(startsAt.toISOString(), burdens));
      const sum = held.flatMap(([, burdens]) => Object.values(burdens)).reduce((a, b) => a + b, 0);
      for (const balance of Object.values(balances(cities, given))) {
        expect(balance).toBeGreaterThanOrEqual(0);
        expect(balance).toBeLessThanOrEqual(sum * 2);
      }
    }),
  );
});
