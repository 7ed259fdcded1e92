import type { About } from "@/lib/comments/types";
import type { PlateCity } from "@/lib/sessions/city-name";
import type { AppealDecision, ReportReason } from "./limits";

/** A comment, or a question to a city, as it stands before somebody who reports it, decides about it or appeals. */
export interface Judged {
  id: string;
  kind: "comment" | "ask";
  /** What the comment was said about; a question is about itself. */
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
  /** For its author and its moderators only. The reason as `reasonIn` reads it. */
  hidden: { at: Date; by: string; reason: string } | null;
  /** Why it is not there to be read. */
  gone: "hidden" | "deleted" | null;
  /** What the reader themselves said of it. */
  myReport: { reason: ReportReason; at: Date; decision: "hidden" | "kept" | null } | null;
  /** How many reports of it wait. */
  waiting: number;
  /** Since it was hidden. For its author and its moderators only. */
  appeal: Appeal | null;
  /** Whether the reader may decide an appeal: not whoever hid it, as long as somebody else moderates it. */
  decides: boolean;
  abilities: { report: boolean; hide: boolean; restore: boolean; appeal: boolean };
}

export interface Appeal {
  id: string;
  note: string;
  at: Date;
  decision: AppealDecision | null;
  answer: string | null;
  /** Who decided. */
  by: string | null;
}

/** What somebody answered whom they have hidden something of, after another look. */
export interface LookedAgain {
  by: string;
  answer: string;
  /** Whether it is shown again. */
  restored: boolean;
}

export interface Report {
  reason: ReportReason;
  note: string;
  at: Date;
  /** For admins only: who reports must not fear whom they work with. */
  by: string | null;
}

/** What somebody has to decide about. */
export interface Case extends Judged {
  reports: Report[];
}

/** What moderators decided. */
export interface Decision {
  what: "hidden" | "kept" | "restored" | "confirmed";
  at: Date;
  by: string;
  /** What the author was told: of what is hidden, the reason as `reasonIn` reads it. */
  told: string | null;
  judged: Judged;
}
