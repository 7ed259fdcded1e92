import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort } from "@/db/factories";
import { CITIES } from "@/db/seed/cities";
import { LOCALES } from "@/lib/i18n/locales";
import { cityName } from "@/lib/sessions/city-name";
import { calledAbroad, cityNameIn } from "./name";

async function cohortOfAll() {
  const cohort = await makeCohort();
  for (const [n, city] of CITIES.entries())
    await makeCity(cohort.id, { ...city, slug: `${cohort.id}-${n}`.toLowerCase() });
  return cohort.id;
}

it("a statement calls every city as the pages do, in each language", async () => {
  const cohortId = await cohortOfAll();
  for (const locale of LOCALES) {
    const rows = await db.execute<{ english: string; shown: string }>(
      sql`select c.name as english, ${cityNameIn(locale)} as shown from workspaces c where c.cohort_id = ${cohortId}`,
    );
    const shown = Object.fromEntries(rows.map((row) => [row.english, row.shown]));
    expect(shown).toEqual(Object.fromEntries(CITIES.map((city) => [city.name, cityName(city, locale)])));
  }
});

it("whoever looks for a city finds it by what others call it", async () => {
  const cohortId = await cohortOfAll();
  const found = async (word: string) =>
    db.execute(sql`select w.name from workspaces w
      where w.cohort_id = ${cohortId} and strpos(${calledAbroad(sql`w.name`)}, ${word}) > 0`);
  expect(await found("Varsavia")).toMatchObject([{ name: "Warsaw" }]);
  expect(await found("Atlantide")).toHaveLength(0);
});
