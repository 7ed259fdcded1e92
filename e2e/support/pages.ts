import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, workspaces, writeUps } from "@/db/schema";

export const READERS = ["public", "member", "official", "author", "lead", "facilitator"] as const;
export type Reader = (typeof READERS)[number];

/** Who plays each reader in the demo; null: nobody is signed in. */
export const HANDLES: Record<Reader, string | null> = {
  public: null,
  member: "member-warsaw",
  official: "official-turin",
  author: "official-turin",
  lead: "lead-turin",
  facilitator: "facilitator",
};

export interface Place {
  path: string;
  status?: number;
}

async function only<T>(rows: Promise<T[]>): Promise<T> {
  const [row] = await rows;
  if (!row) throw new Error("the demo lacks what the journeys visit");
  return row;
}

function writeUpOf(city: string, kind: "case" | "practice") {
  const inCity = and(eq(workspaces.slug, city), eq(writeUps.kind, kind));
  return only(
    db
      .select({ id: writeUps.id })
      .from(writeUps)
      .innerJoin(workspaces, eq(workspaces.id, writeUps.workspaceId))
      .where(inCity)
      .orderBy(asc(writeUps.createdAt), asc(writeUps.id))
      .limit(1),
  );
}

/** What the demo has at addresses that are made anew with each database. */
export async function demoIds() {
  const [turinCase, practice, session] = await Promise.all([
    writeUpOf("turin", "case"),
    writeUpOf("dublin", "practice"),
    only(
      db
        .select({ id: sessions.id })
        .from(sessions)
        .where(sql`${sessions.startsAt} > now() and ${sessions.status} = 'scheduled'`)
        .orderBy(asc(sessions.startsAt))
        .limit(1),
    ),
  ]);
  return { caseId: turinCase.id, practiceId: practice.id, sessionId: session.id };
}

/** Every page that a reader can come to, each kind once. */
export async function placesFor(reader: Reader): Promise<Place[]> {
  const { caseId, practiceId, sessionId } = await demoIds();
  const everybody = ["/", "/library", `/write-ups/${caseId}`, `/write-ups/${practiceId}`, "/cities/turin"];
  // The same for whoever is signed in: looking once without and once with the bar of places will do.
  const alike = [
    "/library?q=volunteers",
    "/library?q=nothingwhatsoever",
    "/cities",
    "/accessibility",
    "/privacy",
    "/sources",
    "/demo/mailbox",
  ];
  const publicOnly = [
    "/sign-in",
    "/sign-in/code?email=anna%40example.org&to=%2F",
    "/sign-in/link?email=anna%40example.org&token=x&to=%2F",
  ];
  const signedIn = [
    "/sessions",
    "/sessions?month=2026-12",
    "/sessions?q=volunteers",
    "/sessions/fair-hours",
    "/formats",
    "/commitments",
    "/calendar",
    `/sessions/${sessionId}`,
    "/people",
    "/inbox",
    "/settings",
    "/saved-searches",
  ];
  const edit = `/write-ups/${caseId}/edit`;
  const tasks = [
    "title",
    "timeline",
    "figures",
    "organisations",
    "conditions",
    "tags",
    "funding",
    "sources",
    "contact",
  ].map((task) => `${edit}/${task}`);
  const revisions = `/write-ups/${caseId}/revisions`;
  const compare = `/library/compare?w=${caseId}&w=${practiceId}`;
  const writing = [
    "/write-ups/new",
    "/write-ups/new?kind=case",
    edit,
    ...tasks,
    `${edit}/files`,
    `${edit}/authors`,
    "/write-ups/new?kind=quick",
    `/write-ups/${caseId}/translate/en/lessons`,
    `/write-ups/${caseId}/preview?as=public`,
    `/write-ups/${caseId}/translate`,
    "/import",
    `/write-ups/${caseId}/share`,
    `${revisions}/compare?from=1&to=work`,
    `${revisions}/1/restore`,
  ];
  const session = `/sessions/${sessionId}`;
  const running = [
    "/sessions/new",
    "/formats/new",
    `${session}/agenda`,
    `${session}/edit`,
    `${session}/poll/new`,
    `${session}/move`,
    `${session}/cancel`,
    "/cohort",
    "/cohort/log",
  ];
  const paths: Record<Reader, string[]> = {
    public: [...alike, ...publicOnly, compare],
    member: [...alike, ...signedIn, compare, revisions, `${revisions}/1`],
    official: signedIn,
    author: writing,
    lead: [...signedIn, `/write-ups/${caseId}/share`, "/cities/turin/log"],
    facilitator: [...signedIn, ...running],
  };
  const here = [...(reader === "author" ? [] : everybody), ...paths[reader]].map((path) => ({ path }));
  return [...here, { path: "/nothing-is-here", status: 404 }];
}
