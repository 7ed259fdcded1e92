import { intlLocale } from "@/lib/time/intl-formats";

/** 26 quarters → "6.5": points as the ledger prints them, with at least one decimal. */
export function formatPoints(quarters: number, locale: string, sign = false): string {
  return new Intl.NumberFormat(intlLocale(locale), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 2,
    signDisplay: sign ? "exceptZero" : "auto",
  }).format(quarters / 4);
}
