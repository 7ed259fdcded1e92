import type { Passage } from "@/lib/comments/types";
import type { Follow } from "@/lib/follows/limits";
import type { Title } from "@/lib/follows/types";
import type { PlateCity } from "@/lib/sessions/city-name";
import type { NotificationKind, Rhythm } from "./limits";

/** Somebody's words, as they were typed and as they were rendered. */
export interface Words {
  html: string;
  markdown: string;
  language: string;
}

/** One thing that happened, as the reader may know it now. */
export interface NewsItem {
  id: string;
  kind: NotificationKind;
  writeUpId: string | null;
  sessionId: string | null;
  commitmentId: string | null;
  askId: string | null;
  commentId: string | null;
  /** The comment at the top of the conversation. */
  rootId: string | null;
  /** Who did it. */
  actor: string;
  /** The city that they speak for there, if they do for one; asked for by mails only. */
  actorCity: PlateCity | null;
  at: Date;
  seen: boolean;
  title: string;
  titleLanguage: string;
  /** What a write-up is, in short. */
  card: string | null;
  /** The city that a write-up or a commitment belongs to, or that is asked. */
  city: PlateCity | null;
  audience: string | null;
  /** What the lead wrote when giving a write-up back; why a comment was hidden, or what its author is told. */
  note: string | null;
  startsAt: Date | null;
  /** When a city should have answered what it is asked. */
  dueAt: Date | null;
  /** When a session that was moved would have begun. */
  movedFrom: Date | null;
  /** What was said, or asked. */
  comment: Words | null;
  /** The comment that it answers, if it still stands; asked for by mails only. */
  answered: (Words & { author: string; city: PlateCity | null }) | null;
  /** The passage that the conversation is about, as far as its reader may know it. */
  passage: Passage | null;
  /** Whether somebody else than the asker said it, to a question: then it answers it. */
  answers: boolean;
  /** Whether the comment stands again after another look. */
  restored: boolean;
  /** Whether the reader may say something there. */
  mayAnswer: boolean;
  follow: Follow | null;
}

/** All news of one kind about one thing. */
export interface InboxLine {
  newest: NewsItem;
  /** The last who did it, without those who are only counted. */
  names: string[];
  people: number;
  total: number;
  unseen: number;
}

/** All that is new about one thing, newest first. */
export interface InboxGroup {
  newest: NewsItem;
  lines: [InboxLine, ...InboxLine[]];
  /** News of further kinds, which are not shown. */
  more: number;
  unseen: number;
}

/** What a mail's link offers its reader. */
export interface MailChoice {
  /** Whose mail it is about. */
  email: string;
  rhythm: Rhythm;
  /** What the mail was about, if it was about one thing. */
  title: Title | null;
}
