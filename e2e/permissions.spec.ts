import type { BrowserContext } from "@playwright/test";
import { db } from "@/db/client";
import { makeAsk, makeCity, makeComment, makeMember, makeSession, makeWriteUp } from "@/db/factories";
import { attendance, notes, questions } from "@/db/schema";
import { canSession, canWriteUp } from "@/lib/auth/can";
import { actorOf } from "@/lib/auth/current";
import { COHORT_ROLES, ROLES, type Role } from "@/lib/cohorts/limits";
import { AUDIENCES } from "@/lib/write-ups/limits";
import { BESIDE_A_SESSION, BESIDE_A_WRITE_UP } from "./support/canaries";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

/** What comes from an address, without the id that was asked for and what is drawn by lot for each answer. */
const bytesFor = (context: BrowserContext) => async (address: string, id: string) => {
  const answer = await context.request.get(address.replace("ID", id));
  const text = (await answer.text())
    .replaceAll(id, "ID")
    .replace(/nonce="[^"]*"|"nonce":"[^"]*"|"b":"[^"]*"/g, "")
    .replace(/[A-Za-z0-9+/]{22}==/g, "")
    // A busy server sends the rows of its tree in another order and in other portions.
    .replace(/"\]\)<\/script><script\s*>self\.__next_f\.push\(\[1,"/g, "");
  return `${answer.status()} ${text.split("\\n").sort().join("\n")}`;
};

const isCohortRole = (role: Role) => (COHORT_ROLES as readonly Role[]).includes(role);

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

test("a hidden write-up and a made-up one answer with the same bytes", async ({ world, browser }) => {
  const author = await world.person("official");
  const hidden = await makeWriteUp(world.city, author.id, { audience: "draft" });
  const context = await browser.newContext();
  await signInPerson(context, (await world.person("facilitator")).id);
  const bytes = bytesFor(context);
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

test("a question that a moderator hid and a made-up one answer with the same bytes", async ({ world, browser }) => {
  const [asker, lead, official] = [
    await world.person("facilitator"),
    await world.person("lead"),
    await world.person("official"),
  ];
  const isHidden = { hiddenAt: new Date(), hiddenBy: lead.id, hiddenReason: "It names a family." };
  const hidden = await makeAsk(world.cohort.id, asker.id, world.city, isHidden);
  await makeComment({ askId: hidden.id }, world.cohort.id, official.id);
  const context = await browser.newContext();
  await signInPerson(context, official.id);
  const bytes = bytesFor(context);
  const addresses = [
    ...["/asks/ID", "/asks/ID?open=close", "/asks?show=all&after=ID"],
    ...["new", "hide", "appeal"].map((page) => `/reports/${page}?ask=ID`),
    ...["/api/comments?ask=ID", "/api/comments/since?ask=ID&at=0", "/api/comments/people?ask=ID&q=a"],
    "/api/live?topic=talk-ask:ID",
  ];
  for (const address of addresses)
    expect(await bytes(address, hidden.id), address).toBe(await bytes(address, "0123456789abcdef"));
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
  const bytes = bytesFor(context);
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
