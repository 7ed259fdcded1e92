import type { NotificationKind } from "./limits";
import type { InboxGroup, NewsItem } from "./types";

/** What one is asked to do. */
export type Verb = "answer" | "read" | "vote" | "approve" | "continue" | "report" | "decide" | "come";

const VERBS: Partial<Record<NotificationKind, Verb>> = {
  comment: "answer",
  reply: "answer",
  mention: "answer",
  ask: "answer",
  "ask-due": "answer",
  "approval-asked": "approve",
  returned: "continue",
  "commitment-due": "report",
  "poll-opened": "vote",
  "poll-reminder": "vote",
  reported: "decide",
  appealed: "decide",
  "session-scheduled": "come",
};

/** What somebody else waits for. */
const AWAITED: readonly NotificationKind[] = [
  "approval-asked",
  "ask",
  "ask-due",
  "poll-opened",
  "poll-reminder",
  "commitment-due",
  "reported",
  "appealed",
];

/** Where the thing stands. */
export function newsPath(item: NewsItem): string {
  if (item.commitmentId) return `/commitments/${item.commitmentId}`;
  if (item.askId) return `/asks/${item.askId}`;
  return item.writeUpId ? `/write-ups/${item.writeUpId}` : `/sessions/${item.sessionId}`;
}

/** Where one reads what is new. */
export function readPath(item: NewsItem): string {
  return newsPath(item) + (item.commentId ? `?comment=${item.commentId}#comment-${item.commentId}` : "");
}

/** Where the field for an answer stands open; null when there is nothing to answer. */
export function answerPath(item: NewsItem): string | null {
  if (verbOf(item) !== "answer") return null;
  return item.commentId ? `${newsPath(item)}?reply=${item.commentId}#reply` : `${newsPath(item)}#write`;
}

export function verbOf({ kind, mayAnswer }: NewsItem): Verb {
  const verb = VERBS[kind] ?? "read";
  return verb === "answer" && !mayAnswer ? "read" : verb;
}

const PLACES: Partial<Record<Verb, string>> = {
  approve: "/share",
  continue: "/edit",
  vote: "#poll",
  come: "#answer",
  report: "#report",
};

/** Where one does what is asked. */
export function actPath(item: NewsItem): string {
  const verb = verbOf(item);
  if (verb === "decide") return "/reports";
  const place = PLACES[verb];
  return place ? newsPath(item) + place : (answerPath(item) ?? readPath(item));
}

/** Of a group the one thing to do: what somebody waits for, else what the newest is about. */
export function toDo({ lines }: Pick<InboxGroup, "lines">): NewsItem {
  return lines.find((line) => line.unseen > 0 && AWAITED.includes(line.newest.kind))?.newest ?? lines[0].newest;
}
