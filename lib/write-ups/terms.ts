import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** What a term is called; one that has no name (any more) stands for itself. */
export function term(group: string, value: string, locale: Locale): string {
  // Which terms a document holds is only known at run time.
  const key = `${group}.${value}` as never;
  const vocabulary = translator(locale, "vocabulary");
  return vocabulary.has(key) ? String(vocabulary(key)) : value;
}

/** Money in its own currency, from its minor unit. */
export function formatMoney(amount: number | null, currency: string | null, locale: Locale): string {
  if (amount === null) return "";
  if (currency === null) return new Intl.NumberFormat(locale).format(amount / 100);
  const format = new Intl.NumberFormat(locale === "en" ? "en-IE" : locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
  });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
