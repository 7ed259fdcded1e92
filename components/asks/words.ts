import { REPLY_MINUTES } from "@/lib/asks/limits";
import type { Ask, ReplyClock } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { sinceParts } from "@/lib/time/format";
import { dateIn } from "@/lib/time/wall";
import { term } from "@/lib/write-ups/terms";

/** The city they asked for, or the person where they speak for none. */
export function fromName({ from, asker }: Pick<Ask, "from" | "asker">, locale: Locale): string {
  return from ? cityName(from, locale) : asker.name;
}

/** "Bilbao asked Warsaw" */
export function askedWords(ask: Pick<Ask, "to" | "from" | "theme" | "asker">, locale: Locale): string {
  const t = translator(locale, "asks.asked");
  const from = fromName(ask, locale);
  if (ask.to) return t("city", { to: cityName(ask.to, locale), from });
  return t("theme", { theme: term("theme", ask.theme ?? "", locale), from });
}

/** How far it is: what is left of the city's hours, or what became of it. */
export function standing({ state, clock, to }: Pick<Ask, "state" | "clock" | "to">, locale: Locale): string {
  const t = translator(locale, "asks.state");
  if (state === "replied") return t("replied", { city: to ? cityName(to, locale) : "" });
  return clock ? clockWords(clock, locale) : t(state);
}

/** "9 of their working hours are left", "late by 3 of their working hours", or the day since when once that is long. */
export function clockWords({ late, minutes, dueAt, zone }: ReplyClock, locale: Locale): string {
  const t = translator(locale, "asks.clock");
  if (late && minutes > REPLY_MINUTES) return t("lateSince", sinceParts(dateIn(dueAt, zone), locale));
  return t(late ? "late" : "left", { hours: Math.floor(minutes / 60) });
}

export function isLate({ clock }: Pick<Ask, "clock">): boolean {
  return clock?.late ?? false;
}

/** The language that an element must say, where it is not the page's. */
export function other(language: string, locale: Locale): string | undefined {
  return language === locale ? undefined : language;
}

/** Words that begin a sentence. */
export function capital(words: string, locale: Locale): string {
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
