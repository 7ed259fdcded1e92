import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { settings } from "@/lib/env/settings";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { absolute, type Block } from "@/lib/mail/letter";
import { cityName, zoneName } from "@/lib/sessions/city-name";
import { passingNotices } from "@/lib/sessions/notices";
import type { SessionView } from "@/lib/sessions/types";
import { linkFor } from "@/lib/signed-links/link-for";
import { formatClock, formatDay } from "@/lib/time/format";
import { clock } from "@/lib/time/now";
import { type CityClock, cityClock } from "@/lib/time/session-clocks";

const DAY = 24 * 60 * 60 * 1000;

/** The reader's clock, large; what is unusual about the hour; the clock in each other city. */
export function clockBlocks(actor: Actor, session: SessionView): Block[] {
  const { zone, locale } = actor;
  const t = translator(locale, "calendars");
  const mine = cityClock(session, { id: "", zone }, zone);
  const place = session.readerCity ? cityName(session.readerCity, locale) : zoneName(zone);
  const values = { day: formatDay(session.startsAt, zone, locale), end: mine.endClock, place };
  const others = session.cities.filter(({ id }) => id !== session.readerCity?.id);
  return [
    {
      kind: "clock",
      clock: formatClock(session.startsAt, zone, locale),
      text: t(mine.endDayShift > 0 ? "untilNextDay" : "until", values),
    },
    ...notices(actor, session),
    { kind: "rows", rows: others.map((city) => ({ label: cityName(city, locale), text: cityHours(city, locale) })) },
  ];
}

/** "07:00 to 08:30, the day before"; "23:30 to 01:00 (the day after)" where only one end lies on another day. */
export function cityHours(city: Omit<CityClock, "cityId">, locale: Locale): string {
  const t = translator(locale, "sessions");
  const { dayShift, endDayShift } = city;
  const shift = (days: number) => t(days > 0 ? "shift.after" : "shift.before", { days: Math.abs(days) });
  if (dayShift === endDayShift) {
    const range = t("range", { start: city.clock, end: city.endClock });
    return dayShift === 0 ? range : `${range}, ${shift(dayShift)}`;
  }
  const on = (clock: string, days: number) => (days === 0 ? clock : t("clockOn", { clock, shift: shift(days) }));
  return t("range", { start: on(city.clock, dayShift), end: on(city.endClock, endDayShift) });
}

function notices({ locale }: Actor, session: SessionView): Block[] {
  const t = translator(locale, "sessions");
  const names = new Map(session.cities.map((city) => [city.id, cityName(city, locale)]));
  return passingNotices(session, session.cities).map(({ cityId, deltaMinutes }) => {
    const size = Math.abs(deltaMinutes);
    const amount = size % 60 === 0 ? t("hours", { count: size / 60 }) : t("minutesAmount", { count: size });
    const values = { amount, city: names.get(cityId) ?? "" };
    return { kind: "text", text: t(deltaMinutes > 0 ? "notice.later" : "notice.earlier", values) };
  });
}

/** Where it takes place, and the link for those who may join. */
export function wayIn({ locale }: Actor, { location, joinUrl, abilities }: SessionView): Block[] {
  const t = translator(locale, "calendars");
  const place: Block[] = location ? [{ kind: "text", text: t("location", { place: location }) }] : [];
  if (joinUrl) return [...place, { kind: "link", text: t("join"), href: joinUrl }];
  if (!abilities.join || location) return place;
  return [...place, { kind: "text", text: t("noLinkYet") }];
}

/** What they said, and how they say it: in the calendar, or by a link that needs no signing in. */
export async function answerBlocks({ personId, locale }: Actor, session: SessionView): Promise<Block[]> {
  if (!session.abilities.answer) return [];
  const t = translator(locale, "calendars");
  const days = Math.ceil((session.endsAt.getTime() - clock.now().getTime()) / DAY) + 1;
  const path = await linkFor(db, { purpose: "answer", personId, sessionId: session.id, days });
  const seated = session.myAnswer === "going" && session.capacity !== null;
  const said = seated ? t("mine.seat") : session.myAnswer ? t(`mine.${session.myAnswer}`) : t("mine.none");
  return [
    { kind: "text", text: settings.inboundAddress ? `${said} ${t("answerInCalendar")}` : said },
    { kind: "link", text: t("answer"), href: absolute(path) },
  ];
}
