import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { findHours } from "@/lib/fair-hours/finder";
import { hoursOf } from "@/lib/fair-hours/queries";
import type { Locale } from "@/lib/i18n/locales";
import { getSession } from "@/lib/sessions/queries";
import { slotValue } from "@/lib/sessions/start";
import type { SessionView } from "@/lib/sessions/types";
import { addDays } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { cityClock } from "@/lib/time/session-clocks";
import { dateIn } from "@/lib/time/wall";
import { rangeWords } from "./option-words";
import { peopleAsked } from "./voters";

/** People need a week to vote; four weeks are enough to choose from. */
const DAYS = { ahead: 7, looked: 28 };
/** Of each fair hour so many days are offered. */
const DAYS_OF_ONE = 3;

export interface ProposedOption {
  /** What a form sends for it: see `slotValue`. */
  value: string;
  startsAt: Date;
  /** From when to when by the actor's clock. */
  clock: string;
  /** Quarters of a point. */
  total: number;
  /** Ticked from the start: one day of each hour, and another one for each. */
  ticked: boolean;
}

export interface NewPoll {
  session: SessionView;
  proposed: ProposedOption[];
  /** How many people are asked. */
  people: number;
}

/** What the form for a poll offers; null when the session cannot be put to a vote, or not by the actor. */
export async function proposeOptions(actor: Actor, sessionId: string, locale: Locale): Promise<NewPoll | null> {
  const session = await getSession(actor, sessionId);
  if (!session?.abilities.edit || !["draft", "proposed", "scheduled"].includes(session.status)) return null;
  const now = clock.now();
  const [all, people] = await Promise.all([
    hoursOf(session.cohortId, now, { without: sessionId }),
    peopleAsked(db, sessionId),
  ]);
  const required = new Map(session.cities.map((city) => [city.id, city.required]));
  const cities = all.flatMap((city) => {
    const must = required.get(city.id);
    return must === undefined ? [] : [{ ...city, required: must }];
  });
  const { minutes } = session;
  const from = addDays(dateIn(now, actor.zone), DAYS.ahead);
  const until = addDays(from, DAYS.looked - 1);
  const search = { cities, from, until, zone: actor.zone, minutes, spread: "balanced", earliest: now } as const;
  const proposed = findHours(search).proposals.flatMap(({ wallStart, startsAt, days, total }, hour) =>
    [{ wallStart, startsAt }, ...days].slice(0, DAYS_OF_ONE).map((start, day, offered) => ({
      value: slotValue(start.wallStart, actor.zone),
      startsAt: start.startsAt,
      clock: rangeWords(
        cityClock({ ...start, zone: actor.zone, minutes }, { id: "", zone: actor.zone }, actor.zone),
        locale,
      ),
      total,
      ticked: day === Math.min(hour, offered.length - 1),
    })),
  );
  return { session, proposed, people: people.length };
}
