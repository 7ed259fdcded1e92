export const COMMENT_MIN = 2;
export const COMMENT_MAX = 5_000;
/** Top-level comments that one page of a thread holds; replies travel with theirs. */
export const THREAD_PAGE = 20;
/** What one can say without words. A handful with names, not a palette. */
export const REACTIONS = ["thanks", "agree", "same-here", "tried-it"] as const;
export type Reaction = (typeof REACTIONS)[number];
export const COMMENT_AUDIENCES = ["city", "cohort"] as const;
export type CommentAudience = (typeof COMMENT_AUDIENCES)[number];
/** Comments one person may post in a minute before being asked to wait. */
export const COMMENTS_PER_MINUTE = 30;
