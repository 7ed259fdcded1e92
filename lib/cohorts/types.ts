import type { Role, STAGES } from "./limits";

export interface ManagedCohort {
  id: string;
  name: string;
  stage: (typeof STAGES)[number];
  startsOn: string;
  endsOn: string | null;
}

export interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
  city: { code: string; name: string; localName: string; accent: string; languages: string[] } | null;
}

export interface InvitationView {
  /** Whether it can still be accepted. */
  open: boolean;
  email: string;
  role: Role;
  language: string;
  invitedBy: string;
  expiresAt: Date;
  cohort: { name: string };
  city: OpenInvitation["city"];
  /** Whether the address has an account, so that no name is asked for. */
  known: boolean;
  /** Set when it has been accepted. */
  acceptedBy: string | null;
}

export interface LogEntry {
  id: number;
  at: Date;
  action: string;
  /** Null: the system itself. */
  who: string | null;
  /** Whom it was about, such as somebody whose membership ended. */
  whom: string | null;
  role: Role | null;
  city: OpenInvitation["city"];
  about: { href: string; title: string; language: string } | null;
}
