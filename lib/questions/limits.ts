export { QUESTION_MAX } from "@/lib/notes/limits";

/** How many questions a session takes: beyond that nobody reads them. */
export const QUESTIONS_MAX = 200;
/** How many one person puts in an hour: nobody fills the list alone. */
export const QUESTIONS_AN_HOUR = 30;
/** How many stand on the session's own page. */
export const QUESTIONS_FIRST = 5;
