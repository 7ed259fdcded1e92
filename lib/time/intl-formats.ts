const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * One Intl.DateTimeFormat for each combination, kept: making one costs a hundred times what using it does.
 * `en` means Irish English: 24 hours, day before month, weeks from Monday.
 */
export function dateFormat(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options]);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(intlLocale(locale), { ...options, timeZone: zone, calendar: "gregory" });
  formats.set(key, made);
  return made;
}

export function intlLocale(locale: string): string {
  return locale === "en" ? "en-IE" : locale;
}

export function partOf(parts: Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): string {
  return parts.find((part) => part.type === type)?.value ?? "";
}
