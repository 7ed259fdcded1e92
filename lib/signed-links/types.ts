import type { PollView } from "@/lib/polls/types";
import type { SessionView } from "@/lib/sessions/types";

/** Why a link does nothing: see LinkState; `ended` when its person may not answer any more. */
export type Gone = "forged" | "expired" | "revoked" | "over" | "ended";

/** What stands behind a link, read under the rights that its person has at this moment. */
export type LinkPage =
  | { kind: "vote"; name: string; poll: PollView }
  | { kind: "answer"; name: string; session: SessionView }
  /** When all is decided its person may know what came of it. */
  | { kind: "gone"; why: Gone; session: SessionView | null };
