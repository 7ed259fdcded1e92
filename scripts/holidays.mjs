// Writes lib/fair-hours/holiday-table.json: the public holidays of the countries and regions named here, for the years
// at hand. Run it anew, with later years, before the last of them begins: node scripts/holidays.mjs

import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import Holidays from "date-holidays";

const YEARS = [2026, 2027, 2028];
const PLACES = ["BR", "BR-MG", "BR-MG-BH", "ES", "ES-PV", "IE", "IT", "NL", "PL", "US", "US-CA"];
const INTERFACE = ["en", "it"];

const { version } = createRequire(import.meta.url)("date-holidays/package.json");

const table = {
  notice: `Public holidays from date-holidays ${version} by commenthol and contributors (https://github.com/commenthol/date-holidays). The package names CC BY 3.0 for its data, its licence file CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/), since some of it relies on Wikipedia; this table may be used under the latter. Chosen here: public holidays only, these places and years, one name for each language, with typographic apostrophes.`,
  years: [YEARS[0], YEARS.at(-1)],
  places: Object.fromEntries(PLACES.map((place) => [place, holidaysOf(place)])),
};

await writeFile(new URL("../lib/fair-hours/holiday-table.json", import.meta.url), `${print(table)}\n`);

/** One line for each day: [date, its names by language]. */
function print({ places, ...head }) {
  const lines = Object.entries(places).map(
    ([place, days]) => `    "${place}": [\n${days.map((day) => `      ${JSON.stringify(day)}`).join(",\n")}\n    ]`,
  );
  return JSON.stringify({ ...head, places: 0 }, null, 2).replace(
    '"places": 0',
    `"places": {\n${lines.join(",\n")}\n  }`,
  );
}

function holidaysOf(place) {
  const [first] = new Holidays(...place.split("-")).getLanguages();
  // "en-us" is English enough; the two letters are what `lang` takes.
  const own = first.slice(0, 2);
  const local = publicDays(place, first);
  const others = INTERFACE.filter((language) => language !== own).map((language) => [
    language,
    publicDays(place, language),
  ]);
  const english = others.find(([language]) => language === "en")?.[1] ?? local;
  const days = [...local].map(([date, { name, substitute }]) => {
    const names = { [own]: name };
    for (const [language, found] of others) {
      const theirs = found.get(date)?.name ?? name;
      // Where there is no name in a language the package gives another; half-translated ones are left out too.
      const translated = language === "en" || (theirs !== english.get(date)?.name && !substitute);
      if (theirs !== name && translated) names[language] = theirs;
    }
    return [date, names];
  });
  return days.sort(([a], [b]) => a.localeCompare(b));
}

/** A calendar for each language: one that has spoken another remembers it. */
function publicDays(place, language) {
  const calendar = new Holidays(...place.split("-"));
  const found = YEARS.flatMap((year) => calendar.getHolidays(year, language)).filter(({ type }) => type === "public");
  return new Map(found.map((day) => [day.date.slice(0, 10), { ...day, name: day.name.replaceAll("'", "’") }]));
}
