import { z } from "zod";
import { whenFields } from "@/lib/sessions/schema";
import { idInput, line } from "@/lib/text/input";
import { OPTIONS_MAX, VOTES } from "./limits";

const day = line(60).default("");

/** "<option>:<vote>", as the button that was pressed says it. */
export const voteInput = z
  .string({ error: "polls.error.vote" })
  .transform((value) => value.split(":"))
  .pipe(z.tuple([idInput, z.enum(VOTES)], { error: "polls.error.vote" }))
  .transform(([optionId, vote]) => ({ optionId, vote }));

/** On which page the buttons stood, to come back to it. */
const at = z.enum(["session", "poll"]).default("session");

export const VoteInput = z.strictObject({ id: idInput, vote: voteInput, at });
export type VoteInput = Omit<z.infer<typeof VoteInput>, "at">;

export const SuggestInput = z.strictObject({ id: idInput, ...whenFields });
export type SuggestInput = z.infer<typeof SuggestInput>;

/** Proposed hours that were ticked, and others as typed, by the clock of who asks; until which day one may vote. */
export const BeginInput = z.strictObject({
  id: idInput,
  slots: z
    .array(line(120))
    .max(OPTIONS_MAX * 2, "errors.field.invalid")
    .default([]),
  typed: z
    .array(z.strictObject({ date: whenFields.date, time: whenFields.time }))
    .max(OPTIONS_MAX, "errors.field.invalid")
    .default([]),
  until: day,
});
export type BeginInput = z.infer<typeof BeginInput>;

export const ExtendInput = z.strictObject({ id: idInput, until: day });
export type ExtendInput = z.infer<typeof ExtendInput>;

export const FinaliseInput = z.strictObject({ id: idInput, option: idInput });
export type FinaliseInput = z.infer<typeof FinaliseInput>;

export const RemindInput = z.strictObject({ id: idInput });
export type RemindInput = z.infer<typeof RemindInput>;
