import type { Role } from "@/lib/cohorts/limits";
import { AppError } from "@/lib/errors/errors";
import type { SessionStatus } from "@/lib/sessions/limits";
import type { Audience } from "@/lib/write-ups/limits";
import type { Reader } from "./actor";

/**
 * Who may do what. One table, readable without knowing the code; the SQL of `visibleTo` is made from the same rows,
 * and docs/permissions.md is printed from it.
 *
 * A relation says how a person stands to a thing at this moment:
 *   anyone       signed in or not
 *   author       wrote it or was invited to it, and still belongs to its city
 *   member, official, lead          have that role in the city it belongs to
 *   peer         belongs to another city of the same cohort
 *   observer, facilitator, admin    have that role in its cohort
 *   self         it is theirs: their comment, their answer, their ask, their profile
 *   invited      belongs to a city that the session invites
 *   entrusted    was asked to run the session or to take its notes, and still belongs to its cohort
 * "author+official" means both at once.
 */
export const RELATIONS = [
  "anyone",
  "author",
  "member",
  "official",
  "lead",
  "peer",
  "observer",
  "facilitator",
  "admin",
  "self",
  "invited",
  "entrusted",
] as const;
export type Relation = (typeof RELATIONS)[number];
export type Rule = readonly (Relation | `${Relation}+${Relation}`)[];

const CITY = ["member", "official", "lead"] as const;
const COHORT = [...CITY, "peer", "observer", "facilitator", "admin"] as const;
const CREW = ["entrusted", "facilitator", "admin"] as const;
const GUESTS = ["invited", ...CREW] as const;
const SPEAKERS = [...CITY, "peer", "facilitator", "admin"] as const;

/** What can be done with a write-up, by its audience. No row means nobody. */
export const WRITE_UP_RULES = {
  "write-up.read": { draft: ["author"], city: CITY, cohort: COHORT, public: ["anyone"] },
  "write-up.edit": {
    draft: ["author"],
    city: ["official", "lead", "author"],
    cohort: ["official", "lead", "author"],
    public: ["official", "lead", "author"],
  },
  "write-up.share-with-city": { draft: ["author+official", "author+lead"] },
  "write-up.ask": { city: ["official", "lead"], cohort: ["official", "lead"], public: ["official", "lead"] },
  "write-up.approve": { city: ["lead"], cohort: ["lead"], public: ["lead"] },
  "write-up.narrow": { cohort: ["lead"], public: ["lead"] },
  "write-up.unpublish": { public: ["lead", "admin"] },
  "comment.read": { draft: ["author"], city: CITY, cohort: COHORT, public: COHORT },
  "comment.post": { draft: ["author"], city: CITY, cohort: SPEAKERS, public: SPEAKERS },
  "comment.report": { city: CITY, cohort: COHORT, public: COHORT },
  "comment.resolve": {
    draft: ["author"],
    city: ["official", "lead"],
    cohort: ["official", "lead"],
    public: ["official", "lead"],
  },
  "comment.moderate": {
    city: ["lead"],
    cohort: ["lead", "facilitator", "admin"],
    public: ["lead", "facilitator", "admin"],
  },
} as const satisfies Record<string, Partial<Record<Audience, Rule>>>;

export type SessionState = "unannounced" | "announced" | "cancelled" | "held";

/** What can be done with a session, by its state. */
export const SESSION_RULES = {
  "session.read": {
    unannounced: ["facilitator", "admin"],
    announced: COHORT,
    cancelled: COHORT,
    held: COHORT,
  },
  "session.join": { announced: ["invited", "facilitator", "admin"] },
  "session.answer": { announced: ["invited", "facilitator", "admin"] },
  "session.edit": { unannounced: ["facilitator", "admin"], announced: ["facilitator", "admin"] },
  "session.run": { announced: CREW, held: CREW },
  "session.note": { announced: GUESTS, held: GUESTS },
  "session.read-notes": { announced: GUESTS, cancelled: GUESTS, held: COHORT },
  "session.cancel": { unannounced: ["facilitator", "admin"], announced: ["facilitator", "admin"] },
  "session-comment.post": { announced: SPEAKERS, cancelled: SPEAKERS, held: SPEAKERS },
  "session-comment.report": { announced: COHORT, cancelled: COHORT, held: COHORT },
  "session-comment.moderate": {
    announced: ["facilitator", "admin"],
    cancelled: ["facilitator", "admin"],
    held: ["facilitator", "admin"],
  },
} as const satisfies Record<string, Partial<Record<SessionState, Rule>>>;

/** What can be done in a place: a city's workspace, or the cohort. */
export const PLACE_RULES = {
  "write-up.create": ["official", "lead"],
  "people.read": COHORT,
  "session.schedule": ["facilitator", "admin"],
  "city.set-hours": ["official", "lead", "admin"],
  "commitment.read": COHORT,
  "commitment.make": [...CITY, "facilitator", "admin"],
  "commitment.update": ["self", "lead", "facilitator", "admin"],
  "invite.city-role": ["lead", "admin"],
  "invite.observer": ["facilitator", "admin"],
  "invite.cohort-role": ["admin"],
  "membership.end.city-role": ["lead", "admin"],
  "membership.end.observer": ["facilitator", "admin"],
  "membership.end.cohort-role": ["admin"],
  "audit.read": ["lead", "facilitator", "admin"],
  "ask.read": COHORT,
  // Besides "ask.read": what a moderator took out of sight.
  "ask.read-hidden": ["self", "lead", "facilitator", "admin"],
  "ask.post": SPEAKERS,
  "ask.answer": SPEAKERS,
  "ask.settle": ["self", "official", "lead"],
  "ask.attach": ["official", "lead"],
  "ask.close": ["self", "facilitator", "admin"],
  "ask.report": COHORT,
  "ask.moderate": ["lead", "facilitator", "admin"],
  "ask.appeal": ["self"],
  "ask-comment.report": COHORT,
  "ask-comment.moderate": ["lead", "facilitator", "admin"],
  "comment.edit": ["self"],
  "comment.delete": ["self"],
  "comment.appeal": ["self"],
} as const satisfies Record<string, Rule>;

export type WriteUpAction = keyof typeof WRITE_UP_RULES;
export type SessionAction = keyof typeof SESSION_RULES;
export type PlaceAction = keyof typeof PLACE_RULES;
export type Action = WriteUpAction | SessionAction | PlaceAction;

export interface WriteUpSubject {
  cohortId: string;
  workspaceId: string;
  audience: Audience;
  /** Whether the reader wrote it or was invited to it. */
  isAuthor: boolean;
}
export interface SessionSubject {
  cohortId: string;
  status: SessionStatus;
  /** The workspaces it invites. */
  invited: readonly string[];
  /** Who was asked to run it or to take its notes. */
  entrusted?: readonly string[];
}
export interface PlaceSubject {
  cohortId: string;
  /** Null: the cohort itself. */
  workspaceId: string | null;
  /** Whose it is, for what only the person may do. */
  ownerId?: string;
}

/** A subject on which an action was allowed. Writes accept only this. */
declare const permitted: unique symbol;
export type Permitted<A extends Action, T> = T & { readonly [permitted]: A };

/** A cancelled session is read but not answered; one that is over is held, whatever its row says yet. */
export function sessionState(status: SessionStatus): SessionState {
  if (status === "draft" || status === "proposed") return "unannounced";
  if (status === "cancelled") return "cancelled";
  return status === "held" ? "held" : "announced";
}

type Subject = {
  cohortId: string;
  workspaceId?: string | null;
  isAuthor?: boolean;
  invited?: readonly string[];
  entrusted?: readonly string[];
  ownerId?: string;
};

/** Every relation in which the reader stands to the subject now. */
export function relationsTo(reader: Reader, subject: Subject): Set<Relation> {
  const found = new Set<Relation>(["anyone"]);
  if (!reader) return found;
  if (subject.ownerId === reader.personId) found.add("self");
  for (const { role, cohortId, workspaceId } of reader.memberships) {
    if (cohortId !== subject.cohortId) continue;
    if (workspaceId === null) found.add(role as Role & Relation);
    else if (workspaceId === subject.workspaceId) found.add(role as Role & Relation);
    else found.add("peer");
    if (workspaceId !== null && workspaceId === subject.workspaceId && subject.isAuthor) found.add("author");
    if (workspaceId !== null && subject.invited?.includes(workspaceId)) found.add("invited");
    if (subject.entrusted?.includes(reader.personId)) found.add("entrusted");
  }
  return found;
}

export function holds(rule: Rule | undefined, relations: ReadonlySet<Relation>): boolean {
  return rule?.some((entry) => (entry.split("+") as Relation[]).every((relation) => relations.has(relation))) ?? false;
}

export function canWriteUp(reader: Reader, action: WriteUpAction, subject: WriteUpSubject): boolean {
  const rules: Partial<Record<Audience, Rule>> = WRITE_UP_RULES[action];
  return holds(rules[subject.audience], relationsTo(reader, subject));
}

export function canSession(reader: Reader, action: SessionAction, subject: SessionSubject): boolean {
  const rules: Partial<Record<SessionState, Rule>> = SESSION_RULES[action];
  return holds(rules[sessionState(subject.status)], relationsTo(reader, subject));
}

export function canPlace(reader: Reader, action: PlaceAction, subject: PlaceSubject): boolean {
  return holds(PLACE_RULES[action], relationsTo(reader, subject));
}

/** Whether the reader may read an ask: a hidden one is there only for its asker and its moderators. */
export function canReadAsk(reader: Reader, subject: PlaceSubject, hidden: boolean): boolean {
  return canPlace(reader, "ask.read", subject) && (!hidden || canPlace(reader, "ask.read-hidden", subject));
}

function refuse(visible: boolean): never {
  throw new AppError(visible ? "forbidden" : "not_found");
}

/** The write-up, branded, or an error: not_found when it does not exist for the reader, forbidden when it does. */
export function authorizeWriteUp<A extends WriteUpAction, T extends WriteUpSubject>(
  reader: Reader,
  action: A,
  subject: T | null,
): Permitted<A, T> {
  if (!subject) throw new AppError("not_found");
  if (!canWriteUp(reader, action, subject)) refuse(canWriteUp(reader, "write-up.read", subject));
  return subject as Permitted<A, T>;
}

export function authorizeSession<A extends SessionAction, T extends SessionSubject>(
  reader: Reader,
  action: A,
  subject: T | null,
): Permitted<A, T> {
  if (!subject) throw new AppError("not_found");
  if (!canSession(reader, action, subject)) refuse(canSession(reader, "session.read", subject));
  return subject as Permitted<A, T>;
}

export function authorizePlace<A extends PlaceAction, T extends PlaceSubject>(
  reader: Reader,
  action: A,
  subject: T | null,
): Permitted<A, T> {
  if (!subject) throw new AppError("not_found");
  if (!canPlace(reader, action, subject)) refuse(canPlace(reader, "people.read", subject));
  return subject as Permitted<A, T>;
}
