export const COMMENT_MIN = 2;
export const COMMENT_MAX = 5_000;
/** Top-level comments that one page of a thread holds; replies travel with theirs. */
export const THREAD_PAGE = 20;
/** Answers to one comment that stand there at once, beside the newest one; the rest comes in pages. */
export const REPLIES_FIRST = 3;
export const REPLIES_PAGE = 20;
/** So many of the last comments of a person say in which language they write where. */
export const LAST_SAID = 20;
/** Beyond this nobody counts: "over 100". */
export const MANY = 100;
/** A visit lasts until somebody stays away for so many minutes. */
export const VISIT_MINUTES = 30;
/** People and cities that one comment may call. */
export const MENTIONS_MAX = 10;
export const MENTION_SUGGESTIONS = 8;
/** Of those who reacted, so many by name. */
export const NAMES_MAX = 10;
/** What one can say without words. A handful with names, not a palette. */
export const REACTIONS = ["thanks", "agree", "same-here", "tried-it"] as const;
export type Reaction = (typeof REACTIONS)[number];
export const COMMENT_AUDIENCES = ["city", "cohort"] as const;
export type CommentAudience = (typeof COMMENT_AUDIENCES)[number];
