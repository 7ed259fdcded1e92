/** So long after the end people may still say that they were there. */
export const CHECK_IN_HOURS = 12;
export const GUEST_NAME_MAX = 80;
export const GUESTS_MAX = 500;
