/** The only place where the present comes from, so that a test can put another `now` in its place. */
export const clock = { now: (): Date => new Date() };
