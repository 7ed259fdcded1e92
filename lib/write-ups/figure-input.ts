import type { Locale } from "@/lib/i18n/locales";
import type { Observation, ValueKind } from "./document";

export interface Figure {
  valueKind: ValueKind;
  value: number;
  /** Upper end of a range, else null. */
  valueTo: number | null;
  /** The unit that stood beside the number ("€", "%"), or null. */
  unit: string | null;
}

/**
 * Reads a figure as people write it, in English or Italian: "12", "about 250", "15 to 25", "24,000+", "1.100",
 * "at least 50", "1,5 milioni", "€ 300,000", "12 %". A separator before exactly three digits groups thousands ("1.100" and
 * "1,100" are eleven hundred); else it is the decimal one. Null for everything else.
 */
export function parseFigure(typed: string): Figure | null {
  const { rest, unit } = withoutUnit(simplify(typed));
  const range = RANGE.exec(rest);
  if (range) {
    const [from, to] = [amount(range[1]), amount(range[2])];
    if (!from || !to) return null;
    // "1.5 to 2 million": both are millions.
    const value = from.number * (from.scale === 1 ? to.scale : from.scale);
    const valueTo = to.number * to.scale;
    return value < valueTo ? { valueKind: "range", value: exact(value), valueTo: exact(valueTo), unit } : null;
  }
  for (const [valueKind, pattern] of KINDS) {
    const inner = pattern.exec(rest)?.[1];
    const found = inner === undefined ? null : amount(inner);
    if (found) return { valueKind, value: exact(found.number * found.scale), valueTo: null, unit };
  }
  return null;
}

/** A figure as it goes back into its field: `parseFigure` reads it as the same. */
export function figureText(figure: Pick<Observation, "valueKind" | "value" | "valueTo">, locale: Locale): string {
  const value = numberText(figure.value, locale);
  const words = WORDS[locale];
  switch (figure.valueKind) {
    case "about":
      return `${words.about} ${value}`;
    case "at-least":
      return `${value}+`;
    case "at-most":
      return `${words.atMost} ${value}`;
    case "range":
      return figure.valueTo === null ? value : `${value} ${words.to} ${numberText(figure.valueTo, locale)}`;
    default:
      return value;
  }
}

const WORDS: Record<Locale, { about: string; atMost: string; to: string }> = {
  en: { about: "about", atMost: "up to", to: "to" },
  it: { about: "circa", atMost: "fino a", to: "a" },
};

const NUMBER = String.raw`[+-]?[\d.,' ]*\d`;
const SCALES: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  mila: 1e3,
  m: 1e6,
  mln: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  milione: 1e6,
  milioni: 1e6,
  bn: 1e9,
  mld: 1e9,
  billion: 1e9,
  billions: 1e9,
  miliardo: 1e9,
  miliardi: 1e9,
};
const AMOUNT = `${NUMBER} ?(?:${Object.keys(SCALES).join("|")})?`;
const RANGE = new RegExp(
  `^(?:between |from |tra |fra |da |dai |dalle )?(${AMOUNT}) ?(?:-| to | and | a | ai | alle | e ) ?(${AMOUNT})$`,
);
const KINDS: [ValueKind, RegExp][] = [
  ["about", new RegExp(String.raw`^(?:about|around|approx\.?|approximately|circa|ca\.?|c\.|~|≈|some) ?(${AMOUNT})$`)],
  ["about", new RegExp(String.raw`^(${AMOUNT}) (?:circa|approx\.?|or so)$`)],
  [
    "at-least",
    new RegExp(
      String.raw`^(?:at least|min\.?|minimum|more than|over|above|almeno|oltre|più di|minimo|≥|>=|>) ?(?:i |le )?(${AMOUNT})$`,
    ),
  ],
  ["at-least", new RegExp(String.raw`^(${AMOUNT}) ?(?:\+|or more|and more|o più|e oltre)$`)],
  [
    "at-most",
    new RegExp(
      String.raw`^(?:at most|up to|max\.?|maximum|less than|fewer than|under|below|fino a|al massimo|meno di|massimo|≤|<=|<) ?(${AMOUNT})$`,
    ),
  ],
  ["exact", new RegExp(`^(${AMOUNT})$`)],
];

const UNITS: [string, RegExp][] = [
  ["percent", / ?(?:%|percent|per cent|per cento|percento)(?= |$|\+)/g],
  ["EUR", /€|\beuros?\b|\beur\b/g],
  ["BRL", /r\$|\bbrl\b|\breais\b/g],
  ["USD", /us\$|\$|\busd\b/g],
  ["PLN", /zł|\bpln\b/g],
];

/** One kind of blank, hyphen and apostrophe, in lower case. */
function simplify(typed: string): string {
  return typed
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00a0\u2009\u202f]+/g, " ")
    .replace(/ ?[–—−] ?/g, (found) => (found.length > 1 ? " - " : "-"))
    .replace(/’/g, "'")
    .trim();
}

function withoutUnit(text: string): { rest: string; unit: string | null } {
  for (const [unit, pattern] of UNITS) {
    const rest = text.replace(pattern, " ").replace(/ +/g, " ").replace(/ \+/g, "+").trim();
    if (rest !== text) return { rest, unit };
  }
  return { rest: text, unit: null };
}

function amount(text: string | undefined): { number: number; scale: number } | null {
  const found = new RegExp(`^(${NUMBER}) ?([a-z]*)$`).exec((text ?? "").trim());
  const number = found ? plain(found[1] ?? "") : null;
  return number === null ? null : { number, scale: SCALES[found?.[2] ?? ""] ?? 1 };
}

/** "1.234,5", "1,234.5", "1 234" and "1'234" → the number. */
function plain(typed: string): number | null {
  const text = typed.replace(/(\d)[ '](?=\d{3}(?!\d))/g, "$1");
  const [, sign = "", digits = ""] = /^([+-]?) ?(.*)$/.exec(text) ?? [];
  const marks = digits.replace(/\d/g, "");
  const last = marks.at(-1);
  if (last === undefined) return finite(`${sign}${digits}`);
  const both = new Set(marks).size > 1;
  const decimals = digits.slice(digits.lastIndexOf(last) + 1);
  const isDecimal = both || (marks.length === 1 && (decimals.length !== 3 || /^0?[.,]/.test(digits)));
  const whole = isDecimal ? digits.slice(0, digits.lastIndexOf(last)) : digits;
  const grouped = /^\d{1,3}(?:([.,])\d{3})?(?:\1\d{3})*$/.test(whole);
  if (!/^\d*$/.test(whole) && (!grouped || (isDecimal && whole.includes(last)))) return null;
  const integer = whole.replace(/[.,]/g, "");
  return finite(`${sign}${integer || "0"}${isDecimal ? `.${decimals}` : ""}`);
}

function finite(text: string): number | null {
  const number = Number(text);
  return /\d/.test(text) && Number.isFinite(number) && Math.abs(number) < 1e13 ? number : null;
}

/** 1.1 × 1,000,000 is 1,100,000, not 1,100,000.0000000001. */
function exact(number: number): number {
  return Number(number.toPrecision(15));
}

function numberText(value: number, locale: Locale): string {
  const [whole = "0", decimals = ""] = plainDigits(value).split(".");
  const sign = whole.startsWith("-") ? "-" : "";
  const grouped = whole.replace("-", "").replace(/\B(?=(\d{3})+$)/g, locale === "it" ? "." : ",");
  // Three decimals would be read as thousands.
  const safe = decimals.length === 3 ? `${decimals}0` : decimals;
  return `${sign}${grouped}${safe && (locale === "it" ? "," : ".")}${safe}`;
}

/** Without an exponent. */
function plainDigits(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(12).replace(/\.?0+$/, "") : text;
}
