import type { Browser } from "@playwright/test";
import { makeComment, makeSession, makeWriteUp } from "@/db/factories";
import { SELECTION_FORMATS } from "@/lib/exports/limits";
import type { Section } from "@/lib/write-ups/document";
import { BESIDE_A_WRITE_UP, feedFor, formerAuthor, hideBeside, hideInSessions } from "./canaries";
import { hideInTalk, OF_CITY_TALK, OF_COHORT_TALK, OF_MODERATORS } from "./talk-canaries";
import type { World } from "./test";

function section(markdown: string, audience: Section["audience"]): Section {
  return { key: "what-did-not-work", markdown, html: `<p>${markdown}</p>`, empty: null, audience };
}

/** A word of its own in every place of a world, and every address at which one of them might be told. */
export async function hideEverywhere(world: World, browser: Browser) {
  const author = await world.person("official");
  const facilitator = await world.person("facilitator");
  const canary = (place: string) => `canary${place}${world.city.id.slice(0, 6)}`;
  const shared = (audience: "draft" | "city") => ({
    audience,
    document: {
      title: canary(`title${audience}`),
      card: canary(`card${audience}`),
      sections: [section(canary(`text${audience}`), "public")],
    },
  });
  const [draft, city] = await Promise.all([
    makeWriteUp(world.city, author.id, shared("draft")),
    makeWriteUp(world.city, author.id, shared("city")),
  ]);
  const open = await makeWriteUp(world.city, author.id, {
    audience: "public",
    document: { title: "Open to all", themes: ["food"] },
    documents: {
      city: { title: canary("working"), sections: [section(canary("citysection"), "city")] },
      cohort: { title: "Open to all", sections: [section(canary("cohortsection"), "cohort")] },
    },
  });
  await makeComment({ writeUpId: open.id }, world.cohort.id, author.id, {
    audience: "city",
    workspaceId: world.city.id,
    markdown: canary("citycomment"),
    html: canary("citycomment"),
  });
  await makeComment({ writeUpId: open.id }, world.cohort.id, author.id, {
    markdown: canary("cohortcomment"),
    html: canary("cohortcomment"),
  });
  const secret = await makeSession(world.cohort.id, facilitator.id, [world.city], {
    status: "draft",
    title: canary("session"),
    joinUrl: `https://meet.example.org/${canary("join")}`,
  });
  const beside = await hideBeside(world, browser, { author, openId: open.id, draftId: draft.id, canary });
  const former = await formerAuthor(world, [draft.id, city.id, open.id]);
  const sessions = await hideInSessions(world, { facilitator, author, former, cityId: city.id, canary });
  const talk = await hideInTalk(world, { author, facilitator, openId: open.id, cityId: city.id, canary });

  const ids = [draft.id, city.id, open.id, beside.takenId];
  const pages = [
    "/",
    "/library",
    "/cities",
    `/cities/${world.city.slug}`,
    "/sessions",
    "/people",
    "/inbox",
    "/cohort",
    "/write-ups/new",
    "/sessions/new",
    "/saved-searches",
    "/import",
    "/feed.xml",
    "/sitemap.xml",
    `/library/compare?${ids.map((id) => `w=${id}`).join("&")}`,
    ...SELECTION_FORMATS.map((as) => `/library/export?as=${as}&city=${world.city.slug}`),
    ...ids.flatMap((id) => [
      ...BESIDE_A_WRITE_UP.map((path) => `/write-ups/${id}${path}`),
      `/api/comments?writeUp=${id}`,
      `/api/working-copies?writeUp=${id}&task=title&language=en`,
    ]),
    ...[beside.waiting, beside.file].flatMap((id) => [`/files/${id}`, `/write-ups/${open.id}/edit/files/${id}`]),
    `/sessions/${secret.id}`,
    `/sessions/${secret.id}/calendar.ics`,
    `/api/comments?session=${secret.id}`,
    `/sessions/new?after=${secret.id}`,
    ...sessions.pages,
    ...talk.pages,
  ];
  return {
    /** An official who wrote all that with others and has left the city since. */
    former,
    canary,
    /** What somebody might ask for to come by these words. */
    async addresses(person: { id: string } | null, words: string[]): Promise<Set<string>> {
      const own = person ? [...(await talk.tell(person.id)), await feedFor(person.id)] : [];
      return new Set([
        ...pages,
        ...own,
        ...(person === former ? [sessions.link] : []),
        ...words.flatMap((word) => [`/library?q=${word}`, `/sessions?q=${word}`]),
      ]);
    },
  };
}

const OF_NOBODY = ["titledraft", "carddraft", "textdraft", "typed", "searched", "waiting", "waitingname"];
const OF_SESSIONS = ["session", "join"];
const OF_GUESTS = ["way", "note", "question", "summary", "guest"];
const OF_CITY = [
  ...["titlecity", "cardcity", "textcity", "working", "citysection", "citycomment", "translated", "revision"],
  ...["file", "filename", "caption", "taken", ...OF_CITY_TALK],
];
const OF_COHORT = [
  ...["cohortsection", "cohortcomment", "reason", ...OF_COHORT_TALK],
  ...["heldnote", "heldsummary", "promise", "holiday", "format", "formatstep"],
];

/** The places of the words that stay hidden: from the city itself, from who leads the cohort, from its other cities, from the world. */
export const FROM_CITY = [...OF_NOBODY, ...OF_SESSIONS, ...OF_MODERATORS];
export const FROM_LEADERS = [...OF_NOBODY, ...OF_CITY];
export const FROM_COHORT = [...FROM_CITY, ...OF_GUESTS, "oldway", ...OF_CITY];
export const FROM_ALL = [...FROM_COHORT, ...OF_COHORT];
