/** How many searches one person may keep. */
export const SAVED_SEARCHES_MAX = 30;
