import type { NotificationKind } from "./limits";

/** One thing that happened, as the reader may know it now. */
export interface NewsItem {
  id: string;
  kind: NotificationKind;
  writeUpId: string | null;
  sessionId: string | null;
  commitmentId: string | null;
  commentId: string | null;
  /** Who did it. */
  actor: string;
  at: Date;
  seen: boolean;
  title: string;
  titleLanguage: string;
  /** The city that a write-up belongs to. */
  city: { code: string; name: string; accent: string } | null;
  audience: string | null;
  /** What the lead wrote when giving a write-up back. */
  note: string | null;
  startsAt: Date | null;
  comment: { html: string; markdown: string; language: string } | null;
}

/** All that is new about one write-up or session, newest first. */
export interface InboxGroup {
  newest: NewsItem;
  items: NewsItem[];
  /** Older news that are not shown. */
  more: number;
  unseen: number;
}
