import { describe, expect, it } from "vitest";
import { cityClock, clockNotices, crossesClockChange, type SessionTime } from "@/lib/time/session-clocks";
import { wallToInstant } from "@/lib/time/wall";

const turin = { id: "turin", zone: "Europe/Rome" };
const sanFrancisco = { id: "san-francisco", zone: "America/Los_Angeles" };
const beloHorizonte = { id: "belo-horizonte", zone: "America/Sao_Paulo" };
const dublin = { id: "dublin", zone: "Europe/Dublin" };

function session(wallStart: string, zone = "Europe/Rome", minutes = 90): SessionTime {
  const start = wallToInstant(wallStart, zone);
  if (!start.ok) throw new Error(`${wallStart} is inside a clock change`);
  return { wallStart, zone, minutes, startsAt: start.instant };
}

const daysOf2026 = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
);

describe("a city's clock", () => {
  it("shows start and end there", () => {
    expect(cityClock(session("2026-11-24T16:00"), sanFrancisco, "Europe/Rome")).toEqual({
      cityId: "san-francisco",
      clock: "07:00",
      endClock: "08:30",
      dayShift: 0,
      endDayShift: 0,
    });
  });

  it("says that 19:00 in San Francisco is tomorrow in Turin", () => {
    const evening = session("2026-11-24T19:00", "America/Los_Angeles");
    const shown = cityClock(evening, turin, "America/Los_Angeles");
    expect(shown).toMatchObject({ clock: "04:00", endClock: "05:30", dayShift: 1, endDayShift: 1 });
  });

  it("says that it is still yesterday in San Francisco for a reader in Turin", () => {
    const night = session("2026-11-25T04:00");
    expect(cityClock(night, sanFrancisco, "Europe/Rome")).toMatchObject({ clock: "19:00", dayShift: -1 });
    expect(cityClock(night, turin, "Europe/Rome")).toMatchObject({ clock: "04:00", dayShift: 0 });
  });

  it("says when only the end falls on the next day", () => {
    const late = session("2026-11-24T23:30");
    expect(cityClock(late, turin, "Europe/Rome")).toMatchObject({ endClock: "01:00", dayShift: 0, endDayShift: 1 });
  });
});

describe("a notice about clocks", () => {
  it("tells San Francisco in exactly the weeks of 2026 when Turin is eight hours ahead instead of nine", () => {
    const noticed = daysOf2026.filter((day) => clockNotices(session(`${day}T16:00`), [sanFrancisco]).length > 0);
    const march = daysOf2026.filter((day) => day >= "2026-03-08" && day <= "2026-03-28");
    const october = daysOf2026.filter((day) => day >= "2026-10-25" && day <= "2026-10-31");
    expect(noticed).toEqual([...march, ...october]);
  });

  it("says one hour later than usual in San Francisco, and one earlier in Turin if San Francisco set the hour", () => {
    expect(clockNotices(session("2026-03-17T16:00"), [turin, sanFrancisco, dublin])).toEqual([
      { cityId: "san-francisco", deltaMinutes: 60 },
    ]);
    expect(clockNotices(session("2026-03-17T08:00", "America/Los_Angeles"), [turin, sanFrancisco])).toEqual([
      { cityId: "turin", deltaMinutes: -60 },
    ]);
  });

  it("takes five hours to Belo Horizonte as usual, since that holds for most of the year", () => {
    expect(clockNotices(session("2026-07-01T16:00"), [beloHorizonte])).toEqual([]);
    expect(clockNotices(session("2026-11-24T16:00"), [beloHorizonte])).toEqual([
      { cityId: "belo-horizonte", deltaMinutes: 60 },
    ]);
  });

  it("is never given where both sides change their clocks together", () => {
    for (const day of daysOf2026) expect(clockNotices(session(`${day}T16:00`), [dublin, turin])).toEqual([]);
  });
});

describe("a session across a clock change", () => {
  it("shows its real length beside what the wall suggests", () => {
    expect(crossesClockChange(session("2026-03-29T01:30"))).toEqual({ realMinutes: 90, wallMinutes: 150 });
    expect(crossesClockChange(session("2026-10-25T01:30"))).toEqual({ realMinutes: 90, wallMinutes: 30 });
  });

  it("may cross one in another zone than its own", () => {
    const evening = session("2026-03-28T17:00", "America/Los_Angeles", 120);
    expect(crossesClockChange(evening)).toBeNull();
    expect(crossesClockChange(evening, "Europe/Rome")).toEqual({ realMinutes: 120, wallMinutes: 180 });
  });

  it("is rare: midnight alone changes nothing", () => {
    expect(crossesClockChange(session("2026-11-24T23:30"))).toBeNull();
  });
});
