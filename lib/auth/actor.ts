import type { Role } from "@/lib/cohorts/limits";
import type { Locale } from "@/lib/i18n/locales";

export interface Membership {
  id: string;
  role: Role;
  cohortId: string;
  /** Null for observer, facilitator and admin: they belong to the cohort itself. */
  workspaceId: string | null;
  workspaceSlug: string | null;
}

/** Somebody who is signed in, with the memberships that hold at this moment. */
export interface Actor {
  personId: string;
  signInId: string;
  name: string;
  email: string;
  languages: string[];
  locale: Locale;
  zone: string;
  theme: "system" | "light" | "dark";
  memberships: Membership[];
  /** How many notifications are new; the Inbox carries it. */
  unseen: number;
}

/** Whoever asks: somebody signed in, or the public. */
export type Reader = Actor | null;

/** The city an actor speaks for in a cohort: the first workspace they belong to there. */
export function workspaceOf(actor: Actor, cohortId: string): string | null {
  return actor.memberships.find((m) => m.cohortId === cohortId && m.workspaceId !== null)?.workspaceId ?? null;
}
