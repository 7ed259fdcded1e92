/** Working hours of a day as minutes from midnight, or null for a day off. */
export type WorkDay = readonly [start: number, end: number] | null;
/** From Monday to Sunday. */
export type WorkWeek = readonly WorkDay[];

const NINE_TO_FIVE = [540, 1020] as const;
export const USUAL_WEEK: WorkWeek = [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, null, null];

/** How the burden is shared, from the fewest points in all to whoever paid most paying least. */
export const SPREADS = ["least", "balanced", "fairest"] as const;
export type Spread = (typeof SPREADS)[number];

export const HOLIDAY_NAME_MAX = 120;
