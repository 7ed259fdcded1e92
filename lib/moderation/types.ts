import type { About } from "@/lib/comments/types";
import type { PlateCity } from "@/lib/sessions/city-name";
import type { AppealDecision, ReportReason } from "./limits";

/** A comment as it stands before somebody who reports it, decides about it or appeals. */
export interface Judged {
  id: string;
  about: About;
  /** Where it stands, in the words that the reader reads there. */
  thing: { title: string; language: string };
  /** Null, like the words, for those who may not read it any more. */
  author: string | null;
  mine: boolean;
  city: PlateCity | null;
  html: string | null;
  language: string;
  at: Date;
  /** For its author and its moderators only. */
  hidden: { at: Date; by: string; reason: string } | null;
  /** Why it is not there to be read. */
  gone: "hidden" | "deleted" | null;
  /** What the reader themselves said of it. */
  myReport: { reason: ReportReason; at: Date; decision: "hidden" | "kept" | null } | null;
  /** How many reports of it wait. */
  waiting: number;
  /** Since it was hidden. For its author and its moderators only. */
  appeal: Appeal | null;
  /** Whether the reader may decide an appeal: not whoever hid the comment, as long as somebody else moderates it. */
  decides: boolean;
  abilities: { report: boolean; hide: boolean; restore: boolean; appeal: boolean };
}

export interface Appeal {
  id: string;
  note: string;
  at: Date;
  decision: AppealDecision | null;
  answer: string | null;
}

export interface Report {
  reason: ReportReason;
  note: string;
  at: Date;
  /** For admins only: who reports must not fear whom they work with. */
  by: string | null;
}

/** A comment about which somebody has to decide. */
export interface Case extends Judged {
  reports: Report[];
}

/** What moderators decided about a comment. */
export interface Decision {
  what: "hidden" | "kept" | "restored" | "confirmed";
  at: Date;
  by: string;
  /** What the author was told. */
  told: string | null;
  judged: Judged;
}
