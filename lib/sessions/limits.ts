export const STATUSES = ["draft", "proposed", "polling", "scheduled", "live", "held", "cancelled"] as const;
export type SessionStatus = (typeof STATUSES)[number];
/** Only facilitators and admins see a session that is not announced yet. */
export const UNANNOUNCED = ["draft", "proposed"] as const;

export const MODES = ["online", "in-person", "hybrid"] as const;
export const CONFIDENTIALITY = ["open", "cohort", "use-not-name"] as const;
export const ANSWERS = ["going", "tentative", "not"] as const;
export type Answer = (typeof ANSWERS)[number];
export const OUTPUTS = [
  "idea",
  "question",
  "takeaway",
  "commitment",
  "commitment-update",
  "failure",
  "feedback",
] as const;

export const SESSION_TITLE_MAX = 120;
export const PURPOSE_MAX = 400;
export const MINUTES_MIN = 5;
export const MINUTES_MAX = 600;
export const AGENDA_MAX = 40;
