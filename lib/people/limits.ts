export const NAME_MAX = 80;
export const EXPERTISE_MAX = 500;
/** How many people stand on one page of the directory. */
export const PEOPLE_PAGE = 50;
/** Words of a search that count. */
export const WORDS_MAX = 8;
/** From how much likeness on a name or a word is taken for one with a typing error. */
export const ALIKE = 0.35;
/** How much of what somebody did stands on their page. */
export const PERSON_WRITE_UPS = 12;
export const PERSON_COMMENTS = 10;
export const PERSON_SESSIONS = 8;
export const PERSON_COMMITMENTS = 8;
/** Nobody says where they are later than that. */
export const AWAY_YEARS_MAX = 2;
/** Who is there now, or who is away. */
export const AWAY = ["here", "away"] as const;
export type Away = (typeof AWAY)[number];
