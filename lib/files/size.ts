const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "1.4 MB", in the reader's way of writing numbers. Thousands, as file dialogs count. */
export function bytesIn(bytes: number, locale: string): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale === "en" ? "en-IE" : locale, {
    style: "unit",
    unit: UNITS[step],
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
  }).format(value);
}
