import type { ThreadComment, ThreadPage } from "@/lib/comments/types";
import type { PollView } from "@/lib/polls/types";
import type { SessionView } from "@/lib/sessions/types";
import type { SignedLinkPurpose } from "./limits";

/** Why a link does nothing: see LinkState; `ended` when its person may not answer any more. */
export type Gone = "forged" | "expired" | "revoked" | "over" | "ended";

/** One conversation about a thing, and no more of it. */
export interface TalkPage {
  kind: "comment";
  personId: string;
  name: string;
  title: string;
  language: string;
  /** Where one reads all of it, when one is signed in. */
  path: string;
  /** More words to a question. */
  html: string;
  /** The comment that begins it, with its answers; null when the link is about the thing as a whole. */
  root: ThreadComment | null;
  /** The one that is answered: the root or one of its answers. */
  answered: ThreadComment | null;
  /** A comment was meant that is not there for them (any more). */
  lost: boolean;
  circle: ThreadPage["circle"];
  /** Whether what is said there answers a question. */
  answers: boolean;
  /** The language that is offered first to write in. */
  writes: string;
}

/** What stands behind a link, read under the rights that its person has at this moment. */
export type LinkPage =
  | { kind: "vote"; name: string; poll: PollView }
  | { kind: "answer"; name: string; session: SessionView }
  | TalkPage
  /** When all is decided its person may know what came of it. */
  | { kind: "gone"; why: Gone; session: SessionView | null };

/** A link that works, as its person sees it in their settings. */
export interface OwnLink {
  id: string;
  purpose: SignedLinkPurpose;
  /** Null when they may not know of it any more: the link does nothing then. */
  title: string | null;
  language: string | null;
  expiresAt: Date;
}
