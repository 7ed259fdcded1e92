import { z } from "zod";
import { idInput } from "@/lib/text/input";

const whole = z
  .string()
  .regex(/^\d{1,9}$/, "errors.field.invalid")
  .transform(Number);

/** `seen` is the state of the work in hand that the person looked at. */
export const RestoreInput = z.strictObject({
  id: idInput,
  number: whole,
  seen: whole,
  sure: z.literal("yes", { error: "revisions.error.sure" }),
});
export type RestoreInput = z.infer<typeof RestoreInput>;
