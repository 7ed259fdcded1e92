import { describe, expect, it } from "vitest";
import { effectiveHolidays, FIRST_YEAR, LAST_YEAR, tableHolidays } from "./holidays";

const isOff = (country: string, region: string, date: string) =>
  tableHolidays(country, region).some((day) => day.date === date);

describe("the table of holidays", () => {
  it.each([
    ["IT", "", "2026-04-25", "2026-06-24"],
    ["IT", "", "2027-03-29", "2027-03-17"],
    ["IE", "", "2026-03-17", "2026-05-01"],
    ["IE", "", "2028-02-07", "2028-02-01"],
    ["ES", "PV", "2026-04-06", "2026-05-02"],
    ["NL", "", "2026-04-27", "2026-05-01"],
    ["US", "CA", "2026-11-26", "2026-10-12"],
    ["BR", "MG-BH", "2026-11-20", "2026-07-09"],
    ["BR", "MG-BH", "2026-12-08", "2026-12-24"],
    ["PL", "", "2026-11-11", "2026-11-02"],
  ])("in %s %s knows %s, and that people work on %s", (country, region, off, on) => {
    expect(isOff(country, region, off)).toBe(true);
    expect(isOff(country, region, on)).toBe(false);
  });

  it("knows three years, each with the first of January", () => {
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) expect(isOff("IT", "", `${year}-01-01`)).toBe(true);
  });

  it("gives a part of a country that it does not know the days of the whole, and a country none", () => {
    expect(tableHolidays("IT", "25")).toEqual(tableHolidays("IT", ""));
    expect(tableHolidays("BR", "MG-XX")).toEqual(tableHolidays("BR", "MG"));
    expect(tableHolidays("JP", "")).toEqual([]);
  });

  it("names a day in the language of its people, and in English and Italian where there is such a name", () => {
    const liberation = tableHolidays("IT", "").find(({ date }) => date === "2026-04-25");
    expect(liberation?.names).toMatchObject({ it: "Liberazione dal nazifascismo (1945)" });
    const eve = tableHolidays("PL", "").find(({ date }) => date === "2026-12-24");
    expect(eve?.names).toEqual({ pl: "Wigilia Bożego Narodzenia", en: "Christmas Eve" });
  });
});

it("a city adds days of its own and works on others", () => {
  const days = effectiveHolidays({ country: "IT", region: "" }, [
    { date: "2026-06-24", name: "San Giovanni", works: false },
    { date: "2026-06-02", name: "Festa della Repubblica", works: true },
  ]);
  expect([days.has("2026-06-24"), days.has("2026-06-02"), days.has("2026-04-25")]).toEqual([true, false, true]);
});
