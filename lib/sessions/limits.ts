export const STATUSES = ["draft", "proposed", "polling", "scheduled", "live", "held", "cancelled"] as const;
export type SessionStatus = (typeof STATUSES)[number];
/** Only facilitators and admins see a session that is not announced yet. */
export const UNANNOUNCED = ["draft", "proposed"] as const;

/** What the page of a session says was just done to it. */
export const SESSION_DONE = ["sent", "asked", "taken", "moved", "saved"] as const;
export type SessionDone = (typeof SESSION_DONE)[number];

/** What becomes of a new session: announced, put to a vote, or kept for later. */
export const WAYS_TO_SEND = ["send", "vote", "draft"] as const;
export const MODES = ["online", "in-person", "hybrid"] as const;
export const CONFIDENTIALITY = ["open", "cohort", "use-not-name"] as const;
export const ANSWERS = ["going", "tentative", "not"] as const;
export type Answer = (typeof ANSWERS)[number];
/** What is kept: who wants to come when all seats are taken waits for one. */
export const STORED_ANSWERS = [...ANSWERS, "waiting"] as const;
export type StoredAnswer = (typeof STORED_ANSWERS)[number];
export const OUTPUTS = [
  "idea",
  "question",
  "takeaway",
  "commitment",
  "commitment-update",
  "failure",
  "feedback",
] as const;
export type AgendaOutput = (typeof OUTPUTS)[number];

export const SESSION_TITLE_MAX = 120;
export const PURPOSE_MAX = 400;
export const MINUTES_MIN = 5;
export const MINUTES_MAX = 600;
/** Shorter than this no format keeps its steps. */
export const SCHEDULE_MINUTES_MIN = 15;
export const AGENDA_MAX = 40;
export const CAPACITY_MAX = 1000;
export const JOIN_URL_MAX = 2000;
export const LOCATION_MAX = 200;
export const CANCEL_REASON_MAX = 400;
export const READINGS_MAX = 12;
export const CITIES_MAX = 60;
/** Nobody knows the rules of clocks further ahead. */
export const AHEAD_YEARS_MAX = 5;
/** From so many minutes before its start people are let in. */
export const DOORS_MINUTES = 30;
export const PAST_PAGE = 20;
export const COMING_MAX = 100;
