/** How fast people read what they are going to talk about. */
export const WORDS_PER_MINUTE = 220;
