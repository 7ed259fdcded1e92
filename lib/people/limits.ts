export const NAME_MAX = 80;
export const EXPERTISE_MAX = 500;
/** How many people stand on one page of the directory. */
export const PEOPLE_PAGE = 50;
