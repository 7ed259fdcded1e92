/** Told of all that is said there; or of nothing but what calls this person by name. */
export const FOLLOWS = ["follow", "mute"] as const;
export type Follow = (typeof FOLLOWS)[number];
/** As many as the settings list, the last first. */
export const FOLLOWS_LISTED = 100;
