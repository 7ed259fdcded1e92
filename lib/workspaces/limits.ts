/** Nobody is asked to meet outside these, in minutes from midnight: working hours lie between them. */
export const DAY_START = 6 * 60;
export const DAY_END = 22 * 60;
export const HOUR_STEP = 15;

/** How many of the coming holidays a city's page shows. */
export const HOLIDAYS_SHOWN = 4;
/** How far ahead the list of holidays goes, and how far ahead one may be added. */
export const HOLIDAY_MONTHS = 13;
export const HOLIDAY_YEARS_MAX = 3;
