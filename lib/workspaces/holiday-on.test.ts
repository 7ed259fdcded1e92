import { expect, it } from "vitest";
import { holidayOn } from "./holiday-on";

const italy = { country: "IT", region: "" };

it("a reader sees that today is a holiday of the country, or of the city, unless the city works on it", () => {
  expect(holidayOn("2026-12-25", italy, [])).toMatchObject({ kind: "table", name: null });
  expect(holidayOn("2026-12-24", italy, [])).toBeNull();
  const said = [
    { date: "2026-06-24", name: "San Giovanni", works: false },
    { date: "2026-06-02", name: "Festa della Repubblica", works: true },
  ];
  expect(holidayOn("2026-06-24", italy, said)).toMatchObject({ kind: "own", name: "San Giovanni" });
  expect(holidayOn("2026-06-02", italy, said)).toBeNull();
});
