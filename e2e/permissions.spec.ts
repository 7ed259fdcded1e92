import type { APIResponse } from "@playwright/test";
import mammoth from "mammoth";
import { db } from "@/db/client";
import { makeCity, makeComment, makeMember, makeSession, makeWriteUp } from "@/db/factories";
import { attendance, notes, questions } from "@/db/schema";
import { canSession, canWriteUp } from "@/lib/auth/can";
import { actorOf } from "@/lib/auth/current";
import { COHORT_ROLES, ROLES, type Role } from "@/lib/cohorts/limits";
import { SELECTION_FORMATS } from "@/lib/exports/limits";
import { wordsIn } from "@/lib/exports/pdf/read-back";
import type { Section } from "@/lib/write-ups/document";
import { AUDIENCES } from "@/lib/write-ups/limits";
import {
  BESIDE_A_SESSION,
  BESIDE_A_WRITE_UP,
  feedFor,
  formerAuthor,
  hideBeside,
  hideInSessions,
} from "./support/canaries";
import { signInPerson } from "./support/people";
import { hideInTalk, OF_CITY_TALK, OF_COHORT_TALK, OF_MODERATORS } from "./support/talk-canaries";
import { expect, test } from "./support/test";

const isCohortRole = (role: Role) => (COHORT_ROLES as readonly Role[]).includes(role);

function section(markdown: string, audience: Section["audience"]): Section {
  return { key: "what-did-not-work", markdown, html: `<p>${markdown}</p>`, empty: null, audience };
}

/** All that came: the words of a file as somebody reads them, and what the headers say. */
async function wordsOf(answer: APIResponse): Promise<string> {
  const [type, body] = [answer.headers()["content-type"] ?? "", await answer.body()];
  const headers = JSON.stringify(answer.headers());
  if (type.includes("pdf")) return `${headers}${wordsIn(body)}${body.toString("latin1")}`;
  if (type.includes("wordprocessingml")) return `${headers}${(await mammoth.extractRawText({ buffer: body })).value}`;
  return headers + body.toString("utf8");
}

test("the pages open for exactly those whom the permission table lets read", async ({ world, browser }) => {
  const neighbour = await makeCity(world.cohort.id);
  const author = await world.person("official");
  const writeUps = await Promise.all(AUDIENCES.map((audience) => makeWriteUp(world.city, author.id, { audience })));
  const facilitator = await world.person("facilitator");
  const sessions = await Promise.all(
    (["draft", "scheduled", "held", "cancelled"] as const).map((status) =>
      makeSession(world.cohort.id, facilitator.id, [world.city], { status }),
    ),
  );
  const people = [
    { id: author.id, isAuthor: true },
    ...(await Promise.all(ROLES.map((role) => world.person(role)))).map(({ id }) => ({ id, isAuthor: false })),
    ...(
      await Promise.all(
        ROLES.filter((role) => !isCohortRole(role)).map((role) => makeMember(world.cohort.id, role, neighbour.id)),
      )
    ).map(({ id }) => ({ id, isAuthor: false })),
    { id: (await world.outsider()).id, isAuthor: false },
    { id: null, isAuthor: false },
  ];
  for (const { id, isAuthor } of people) {
    const context = await browser.newContext();
    if (id) await signInPerson(context, id);
    const reader = id ? await actorOf(id) : null;
    const who = reader?.memberships.map(({ role }) => role).join() ?? "public";
    for (const writeUp of writeUps) {
      const status = (await context.request.get(`/write-ups/${writeUp.id}`)).status();
      const subject = { ...writeUp, isAuthor };
      expect(status, `${who}: ${writeUp.audience}`).toBe(canWriteUp(reader, "write-up.read", subject) ? 200 : 404);
      const edit = (await context.request.get(`/write-ups/${writeUp.id}/edit`, { maxRedirects: 0 })).status();
      const mayEdit = canWriteUp(reader, "write-up.edit", subject);
      expect(edit === 200, `${who}: edit ${writeUp.audience} ${edit}`).toBe(mayEdit);
      const comments = (await context.request.get(`/api/comments?writeUp=${writeUp.id}`)).status();
      expect(comments, `${who}: comments of ${writeUp.audience}`).toBe(
        canWriteUp(reader, "comment.read", subject) ? 200 : 404,
      );
    }
    for (const session of sessions) {
      const subject = { ...session, invited: [world.city.id] };
      const may = canSession(reader, "session.read", subject);
      const file = (await context.request.get(`/sessions/${session.id}/calendar.ics`)).status();
      // The hour of a draft goes into no calendar, whoever asks.
      expect(file, `${who}: file of ${session.status}`).toBe(may && session.status !== "draft" ? 200 : 404);
      if (!reader) continue;
      const page = (await context.request.get(`/sessions/${session.id}`)).status();
      expect(page, `${who}: ${session.status}`).toBe(may ? 200 : 404);
    }
    await context.close();
  }
});

test("a word that is hidden from somebody is in nothing that they are sent", async ({ world, browser }) => {
  test.setTimeout(600_000); // eight people, four hundred addresses each
  const neighbour = await makeCity(world.cohort.id);
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

  const ofNobody = ["titledraft", "carddraft", "textdraft", "typed", "searched", "waiting", "waitingname"];
  const ofSessions = ["session", "join"];
  const ofGuests = ["way", "note", "question", "summary", "guest"];
  const ofCity = [
    ...["titlecity", "cardcity", "textcity", "working", "citysection", "citycomment", "translated", "revision"],
    ...["file", "filename", "caption", "taken", ...OF_CITY_TALK],
  ];
  const ofCohort = [
    ...["cohortsection", "cohortcomment", "reason", ...OF_COHORT_TALK],
    ...["heldnote", "heldsummary", "promise", "holiday", "format", "formatstep"],
  ];
  const aboveCity = [...ofNobody, ...ofSessions, ...ofGuests, "oldway", ...ofCity, ...OF_MODERATORS];
  const everything = [...aboveCity, ...ofCohort];
  const lesser = [
    { person: null, hidden: everything },
    { person: await world.outsider(), hidden: everything },
    { person: former, hidden: everything },
    { person: await makeMember(world.cohort.id, "lead", neighbour.id), hidden: aboveCity },
    { person: await world.person("observer"), hidden: aboveCity },
    { person: await world.person("facilitator"), hidden: [...ofNobody, ...ofCity] },
    { person: await world.person("admin"), hidden: [...ofNobody, ...ofCity] },
    { person: await world.person("member"), hidden: [...ofNobody, ...ofSessions, ...OF_MODERATORS] },
  ];
  const ids = [draft.id, city.id, open.id, beside.takenId];
  const compared = `/library/compare?${ids.map((id) => `w=${id}`).join("&")}`;
  for (const { person, hidden } of lesser) {
    const context = await browser.newContext();
    if (person) await signInPerson(context, person.id);
    const words = hidden.map(canary);
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
      compared,
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
      ...(person ? await talk.tell(person.id) : []),
      ...(person ? [await feedFor(person.id)] : []),
      ...(person === former ? [sessions.link] : []),
      ...words.flatMap((word) => [`/library?q=${word}`, `/sessions?q=${word}`]),
    ];
    const ask = async (page: string) => {
      const answer = await context.request.get(page);
      // What somebody typed themselves stands in their search field; it is not found.
      const sent = (await wordsOf(answer)).replaceAll(new URL(answer.url()).searchParams.get("q") ?? "\0", "");
      for (const word of words)
        expect(sent.includes(word), `${person ? "person" : "public"} ${page}: ${word}`).toBe(false);
      expect(answer.status(), page).toBeLessThan(500);
    };
    // Some at a time: one after the other the server would wait for us.
    for (let at = 0; at < pages.length; at += 8) await Promise.all(pages.slice(at, at + 8).map(ask));
    await context.close();
  }
});

test("a hidden write-up and a made-up one answer with the same bytes", async ({ world, browser }) => {
  const author = await world.person("official");
  const hidden = await makeWriteUp(world.city, author.id, { audience: "draft" });
  const context = await browser.newContext();
  await signInPerson(context, (await world.person("facilitator")).id);
  const bytes = async (address: string, id: string) => {
    const answer = await context.request.get(address.replace("ID", id));
    const text = (await answer.text())
      .replaceAll(id, "ID")
      .replace(/nonce="[^"]*"|"nonce":"[^"]*"|"b":"[^"]*"/g, "")
      .replace(/[A-Za-z0-9+/]{22}==/g, "");
    return `${answer.status()} ${text}`;
  };
  const addresses = [
    ...BESIDE_A_WRITE_UP.map((path) => `/write-ups/ID${path}`),
    "/api/comments?writeUp=ID",
    "/api/comments/since?writeUp=ID&at=0",
    "/api/comments/people?writeUp=ID&q=a",
    "/api/live?topic=talk-write-up:ID",
    "/asks/new?writeUp=ID",
    "/api/working-copies?writeUp=ID&task=title&language=en",
    "/library/compare?w=ID",
  ];
  for (const address of addresses)
    expect(await bytes(address, hidden.id), address).toBe(await bytes(address, "0123456789abcdef"));
  const sent = await bytes("/write-ups/ID", hidden.id);
  // Whole as it comes, without a script.
  expect(sent).toContain("<h1>This page is not here</h1>");
  await context.close();
});

test("a hidden session and a made-up one answer with the same bytes, also to whoever listens", async ({
  world,
  browser,
}) => {
  const [facilitator, neighbour] = [await world.person("facilitator"), await makeCity(world.cohort.id)];
  const draft = await makeSession(world.cohort.id, facilitator.id, [world.city], { status: "draft" });
  const past = { status: "draft" as const, startsAt: new Date(Date.now() - 86_400_000) };
  const old = await makeSession(world.cohort.id, facilitator.id, [world.city], past);
  const closed = await makeSession(world.cohort.id, facilitator.id, [world.city], { status: "scheduled" });
  const context = await browser.newContext();
  await signInPerson(context, (await makeMember(world.cohort.id, "lead", neighbour.id)).id);
  const bytes = async (address: string, id: string) => {
    const answer = await context.request.get(address.replace("ID", id));
    const text = (await answer.text())
      .replaceAll(id, "ID")
      .replace(/nonce="[^"]*"|"nonce":"[^"]*"|"b":"[^"]*"/g, "")
      .replace(/[A-Za-z0-9+/]{22}==/g, "");
    return `${answer.status()} ${text}`;
  };
  const guests = ["/notes", "/minutes", "/minutes/pdf", "/run", "/questions", "/attendance", "/edit", "/poll"];
  for (const { id, addresses } of [
    ...[draft, old].map(({ id }) => ({
      id,
      addresses: [...BESIDE_A_SESSION.map((path) => `/sessions/ID${path}`), "/api/live?topic=session:ID"],
    })),
    {
      id: closed.id,
      addresses: [...guests.map((path) => `/sessions/ID${path}`), "/api/notes?session=ID", "/api/live?topic=notes:ID"],
    },
  ])
    for (const address of addresses)
      expect(await bytes(address, id), address).toBe(await bytes(address, "0123456789abcdef"));
  await context.close();
});

test("after “use it, don’t name it” nobody is told who said what, nor by which id", async ({ world, browser }) => {
  const facilitator = await world.person("facilitator");
  const speaker = await world.person("official");
  const { id } = await makeSession(world.cohort.id, facilitator.id, [world.city], {
    ...{ startsAt: new Date(Date.now() - 86_400_000), status: "held", confidentiality: "use-not-name" },
  });
  const said = { sessionId: id, authorId: speaker.id, workspaceId: world.city.id, language: "en" };
  await db.insert(notes).values({ ...said, body: "We had no list" });
  await db.insert(questions).values({ ...said, body: "Who has a list?" });
  await db.insert(attendance).values({ sessionId: id, personId: speaker.id, recordedBy: facilitator.id });
  const neighbour = await makeCity(world.cohort.id);
  for (const person of [await world.person("member"), await makeMember(world.cohort.id, "lead", neighbour.id)]) {
    const context = await browser.newContext();
    await signInPerson(context, person.id);
    const pages = [...BESIDE_A_SESSION.map((path) => `/sessions/${id}${path}`), `/api/notes?session=${id}`];
    for (const page of [...pages, "/sessions?q=list"]) {
      const sent = await wordsOf(await context.request.get(page));
      for (const word of [speaker.id, speaker.name]) expect(sent.includes(word), `${page}: ${word}`).toBe(false);
    }
    await context.close();
  }
});
