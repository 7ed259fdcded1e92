import type { Locale } from "@/lib/i18n/locales";
import type { Observation } from "./document";

const CURRENCIES = ["EUR", "USD", "BRL", "PLN", "CAD", "MXN"];
const kept = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, unit: string, large: boolean): Intl.NumberFormat {
  const money = CURRENCIES.includes(unit);
  const key = `${locale} ${money ? unit : ""} ${large}`;
  let format = kept.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale === "en" ? "en-IE" : locale, {
      ...(money
        ? { style: "currency", currency: unit, currencyDisplay: "narrowSymbol", minimumFractionDigits: 0 }
        : {}),
      ...(large ? { notation: "compact", compactDisplay: "long" } : {}),
      maximumFractionDigits: 2,
      useGrouping: "always",
    });
    kept.set(key, format);
  }
  return format;
}

function one(value: number, unit: string, locale: Locale): string {
  const text = numberFormat(locale, unit, Math.abs(value) >= 1_000_000).format(value);
  return unit === "percent" ? `${text} %` : text;
}

/** A unit that is a word of its own, so neither money nor per cent. */
export function unitWord({ unit }: Pick<Observation, "unit">): string {
  return unit === "percent" || CURRENCIES.includes(unit) ? "" : unit;
}

/** "24,000+", "€15 million", "11,000–12,000"; the word "about" or "up to" is told apart, since it is set smaller. */
export function formatValue(
  observation: Pick<Observation, "value" | "valueTo" | "valueKind" | "unit">,
  locale: Locale,
): { word: "about" | "at-most" | null; value: string } {
  const { value, valueTo, valueKind, unit } = observation;
  const first = one(value, unit, locale);
  if (valueKind === "range" && valueTo !== null) {
    // "15–25 %": a unit behind the number is said once.
    const from = unit === "percent" ? one(value, "", locale) : first;
    return { word: null, value: `${from}–${one(valueTo, unit, locale)}` };
  }
  if (valueKind === "at-least") return { word: null, value: `${first}+` };
  if (valueKind === "about" || valueKind === "at-most") return { word: valueKind, value: first };
  return { word: null, value: first };
}

/** Figures that count the same thing stand together; the rest follow one by one, in their own order. */
export function groupFigures(observations: Observation[]): { groups: Observation[][]; others: Observation[] } {
  const byMeasure = new Map<string, Observation[]>();
  for (const observation of observations) {
    if (observation.measures)
      byMeasure.set(observation.measures, [...(byMeasure.get(observation.measures) ?? []), observation]);
  }
  const groups = [...byMeasure.values()].filter((group) => group.length > 1);
  const grouped = new Set(groups.flat());
  return { groups, others: observations.filter((observation) => !grouped.has(observation)) };
}
