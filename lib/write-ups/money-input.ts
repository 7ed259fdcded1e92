import type { Locale } from "@/lib/i18n/locales";

export interface Money {
  /** In the currency's minor unit: cents, or what the currency has instead. */
  amount: number;
  /** ISO 4217. */
  currency: string;
}

/**
 * Reads an amount as people write it, with its currency before or behind: "1.2 million EUR", "€ 45.000,50", "R$ 300,000",
 * "12 mila euro". A separator before exactly three digits groups thousands. Null without a currency, with more decimals
 * than the currency has, and for "1.234 million", which is a thousand times more to some than to others.
 */
export function parseMoney(typed: string): Money | null {
  const found = takeCurrency(simplify(typed));
  if (!found) return null;
  const [, digits, word = ""] = /^([\d.,' ]*\d) ?([a-z]*)$/.exec(found.rest) ?? [];
  const zeros = word === "" ? 0 : ZEROS[word];
  const number = digits === undefined || zeros === undefined ? null : decimal(digits, zeros > 0);
  if (!number || zeros === undefined) return null;
  const places = minorDigits(found.currency) + zeros;
  const decimals = number.decimals.replace(/0+$/, "");
  if (decimals.length > places) return null;
  const amount = Number(number.whole + decimals.padEnd(places, "0"));
  return Number.isSafeInteger(amount) ? { amount, currency: found.currency } : null;
}

/** An amount as it goes back into its field: `parseMoney` reads it as the same. */
export function moneyText({ amount, currency }: Money, locale: Locale): string {
  const places = minorDigits(currency);
  const digits = String(amount).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const decimals = digits.slice(digits.length - places);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === "it" ? "." : ",");
  if (/^0*$/.test(decimals)) return `${grouped} ${currency}`;
  // Three decimals would be read as thousands.
  return `${grouped}${locale === "it" ? "," : "."}${decimals.length === 3 ? `${decimals}0` : decimals} ${currency}`;
}

/** How many digits a currency has behind the point: 2 for the euro, 0 for the yen. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

const CODES = new Set(Intl.supportedValuesOf("currency"));

const SIGNS: [string, RegExp][] = [
  ["EUR", /€|\beuros?\b/],
  ["GBP", /£|\bpounds?\b|\bsterline\b/],
  ["BRL", /r\$|\breais\b|\breal\b/],
  ["USD", /us\$|\$|\bdollars?\b|\bdollar[oi]\b/],
  ["PLN", /zł(?:otych|oty)?/],
];

const ZEROS: Record<string, number> = {
  k: 3,
  thousand: 3,
  mila: 3,
  m: 6,
  mln: 6,
  mio: 6,
  million: 6,
  millions: 6,
  milione: 6,
  milioni: 6,
  bn: 9,
  mld: 9,
  billion: 9,
  billions: 9,
  miliardo: 9,
  miliardi: 9,
};

/** One kind of blank and apostrophe, in lower case, without the "of" before the currency. */
function simplify(typed: string): string {
  return typed
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00a0\u2009\u202f]+/g, " ")
    .replace(/’/g, "'")
    .replace(/ (?:of|di) /g, " ")
    .trim();
}

/** The currency, and what stands beside its first mention. */
function takeCurrency(text: string): { currency: string; rest: string } | null {
  const code = [...text.matchAll(/(?<![a-z])[a-z]{3}(?![a-z])/g)].find(([word]) => CODES.has(word.toUpperCase()));
  if (code) return { currency: code[0].toUpperCase(), rest: without(text, code[0]) };
  for (const [currency, pattern] of SIGNS) {
    const sign = pattern.exec(text);
    if (sign) return { currency, rest: without(text, sign[0]) };
  }
  return null;
}

function without(text: string, sign: string): string {
  return text.replace(sign, " ").replace(/ +/g, " ").trim();
}

/** "1.234,5", "1,234.5", "1 234" and "1'234" → its digits before and behind the point. */
function decimal(typed: string, scaled: boolean): { whole: string; decimals: string } | null {
  const digits = typed.replace(/(\d)[ '](?=\d{3}(?!\d))/g, "$1");
  if (/[ ']/.test(digits)) return null;
  const marks = digits.replace(/\d/g, "");
  const last = marks.at(-1);
  if (last === undefined) return { whole: digits, decimals: "" };
  const at = digits.lastIndexOf(last);
  const behind = digits.slice(at + 1);
  const both = new Set(marks).size > 1;
  const three = behind.length === 3 && !/^0?[.,]/.test(digits);
  if (scaled && !both && marks.length === 1 && three) return null;
  const isDecimal = both || (marks.length === 1 && !three);
  const whole = isDecimal ? digits.slice(0, at) : digits;
  const grouped = /^\d{1,3}(?:([.,])\d{3})?(?:\1\d{3})*$/.test(whole);
  if (!/^\d*$/.test(whole) && (!grouped || (isDecimal && whole.includes(last)))) return null;
  return { whole: whole.replace(/[.,]/g, "") || "0", decimals: isDecimal ? behind : "" };
}
