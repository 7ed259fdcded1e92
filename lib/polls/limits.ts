export const VOTES = ["yes", "if-need-be", "no"] as const;
export type Vote = (typeof VOTES)[number];
export const OPTIONS_MAX = 12;
