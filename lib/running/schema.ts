import { z } from "zod";
import { idInput } from "@/lib/text/input";

const maybeId = z
  .union([z.literal(""), idInput], { error: "errors.field.invalid" })
  .default("")
  .transform((value) => value || null);

export const StartInput = z.strictObject({ id: idInput });
export type StartInput = z.infer<typeof StartInput>;

/** `step` is the step that ran when the page was made: whoever pressed first has moved it. */
export const StepInput = z.strictObject({ id: idInput, step: maybeId, to: z.enum(["next", "back", "skip"]) });
export type StepInput = z.infer<typeof StepInput>;

export const ShortenInput = z.strictObject({ id: idInput, step: maybeId });
export type ShortenInput = z.infer<typeof ShortenInput>;

/** `was` is who had the task when the page was made. */
export const EntrustInput = z.strictObject({
  id: idInput,
  task: z.enum(["run", "notes"]),
  person: maybeId,
  was: maybeId,
});
export type EntrustInput = z.infer<typeof EntrustInput>;
