/** What a note is. The first is what most people write; the others are taken up after the session. */
export const NOTE_KINDS = ["note", "idea", "question", "takeaway", "commitment", "failure"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
export const NOTE_MAX = 4000;
/** What one person may write in one session, and how often their words may be sent in a minute: more is no longer typed. */
export const NOTES_EACH_MAX = 400;
export const KEEPS_A_MINUTE = 600;
export const QUESTION_MAX = 400;
export const AMENDMENT_MAX = 2000;
export const SUMMARY_MAX = 20_000;
