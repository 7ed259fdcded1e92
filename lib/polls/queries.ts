import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { people, pollOptions, polls, sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canSession } from "@/lib/auth/can";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";
import { cityOnClock } from "@/lib/sessions/city-name";
import { citiesOf } from "@/lib/sessions/parts";
import { citiesAround, myWorkspaces } from "@/lib/sessions/places";
import { clock } from "@/lib/time/now";
import { burdensAt } from "./burdens";
import { OPTIONS_MAX, SUGGESTIONS_MAX } from "./limits";
import { optionView } from "./option-view";
import type { PollView } from "./types";
import { peopleByCity, votesCast } from "./voters";

/** The vote that is under way on when a session takes place, or null: for whoever may not answer there is none. */
export async function getPoll(actor: Actor, sessionId: string): Promise<PollView | null> {
  const found = await openPollOf(actor, sessionId);
  if (!found) return null;
  const [cities, options, cast, members, around] = await Promise.all([
    citiesOf(sessionId),
    optionsOf(found.pollId),
    votesCast(sessionId),
    peopleByCity(sessionId),
    citiesAround(actor),
  ]);
  const subject = { ...found, invited: cities.map((city) => city.id) };
  if (!canSession(actor, "session.answer", subject)) return null;
  const now = clock.now();
  const mine = myWorkspaces(actor);
  const decide = canSession(actor, "session.edit", subject);
  const voters = new Set(cast.map(({ personId }) => personId));
  const asked = new Set(members.map(({ personId }) => personId));
  const suggested = options.filter(({ suggestedById }) => suggestedById === actor.personId).length;
  const burdens = await burdensAt(
    cities.filter(({ required }) => required).map(({ id }) => id),
    options.map(({ startsAt }) => startsAt),
    found.minutes,
  );
  const context = { minutes: found.minutes, cities, readerZone: actor.zone, organiserZone: found.organiser.zone, now };
  const { cohortId, status, pollId, ...poll } = found;
  return {
    ...poll,
    closed: poll.closesAt <= now,
    organiser: { ...poll.organiser, city: cityOnClock(poll.organiser.zone, around, []) },
    readerZone: actor.zone,
    readerCity: cityOnClock(actor.zone, around, mine),
    myWorkspaceIds: mine,
    cities: cities.map((city) => ({
      ...city,
      waitedFor: members
        .filter(({ workspaceId, personId }) => workspaceId === city.id && !voters.has(personId))
        .map(({ personId, name }) => ({ id: personId, name })),
    })),
    options: options.map((option, index) =>
      optionView(
        option,
        cast.filter(({ optionId }) => optionId === option.id),
        burdens[index] ?? new Map(),
        { ...context, readerId: actor.personId },
      ),
    ),
    asked: asked.size,
    voted: [...asked].filter((id) => voters.has(id)).length,
    suggestionsLeft: Math.max(
      0,
      Math.min(OPTIONS_MAX - options.length, decide ? OPTIONS_MAX : SUGGESTIONS_MAX - suggested),
    ),
    now,
    abilities: { vote: poll.closesAt > now, decide },
  };
}

async function openPollOf(actor: Actor, sessionId: string) {
  if (!isId(sessionId)) return null;
  const [row] = await db
    .select({
      sessionId: sessions.id,
      cohortId: sessions.cohortId,
      status: sessions.status,
      title: sessions.title,
      purpose: sessions.purpose,
      language: sessions.language,
      minutes: sessions.minutes,
      capacity: sessions.capacity,
      pollId: polls.id,
      closesAt: polls.closesAt,
      organiser: { name: people.name, zone: people.zone },
    })
    .from(sessions)
    .innerJoin(polls, eq(polls.sessionId, sessions.id))
    .innerJoin(people, eq(people.id, polls.createdBy))
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.status, "polling"),
        isNull(polls.finalisedAt),
        sessionsVisibleTo(actor),
      ),
    );
  return row ?? null;
}

function optionsOf(pollId: string) {
  return db
    .select({
      id: pollOptions.id,
      wallStart: pollOptions.wallStart,
      zone: pollOptions.zone,
      startsAt: pollOptions.startsAt,
      suggestedById: pollOptions.suggestedBy,
      suggestedBy: people.name,
    })
    .from(pollOptions)
    .leftJoin(people, eq(people.id, pollOptions.suggestedBy))
    .where(eq(pollOptions.pollId, pollId))
    .orderBy(asc(pollOptions.startsAt));
}
