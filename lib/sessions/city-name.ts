import { namesIn } from "@/lib/workspaces/abroad";

export interface NamedCity {
  name: string;
  localName: string;
  languages: readonly string[];
}

/**
 * A city's name for readers of `locale`: the one its own people use if they speak that language, else the one that the
 * language has for it, else the English.
 */
export function cityName({ name, localName, languages }: NamedCity, locale: string): string {
  if (locale === "en") return name;
  return languages[0]?.split("-")[0] === locale ? localName : (namesIn(locale).get(name) ?? name);
}

export interface PlateCity extends NamedCity {
  code: string;
  accent: string;
}

/** A city as its plate shows it to readers of `locale`. */
export function plateOf(city: PlateCity, locale: string): { code: string; name: string; accent: string } {
  return { code: city.code, name: cityName(city, locale), accent: city.accent };
}

interface Place extends NamedCity {
  id: string;
  zone: string;
}

/**
 * What a reader's clock is called: their own city if its clock is theirs, else a city on the same clock, else the place
 * that gave the zone its name.
 */
export function placeOf(zone: string, cities: readonly Place[], own: readonly string[], locale: string): string {
  const city = cityOnClock(zone, cities, own);
  return city ? cityName(city, locale) : zoneName(zone);
}

export function cityOnClock<C extends Place>(zone: string, cities: readonly C[], own: readonly string[]): C | null {
  const here = cities.filter((city) => city.zone === zone);
  return here.find(({ id }) => own.includes(id)) ?? here[0] ?? null;
}

/** The place in a zone's own name: "America/New_York" → "New York". */
export function zoneName(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
