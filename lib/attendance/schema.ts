import { z } from "zod";
import { isId } from "@/lib/ids";
import { idInput, requiredLine } from "@/lib/text/input";
import { GUEST_NAME_MAX, GUESTS_MAX } from "./limits";

const people = z
  .array(z.string())
  .max(GUESTS_MAX * 2, "errors.field.invalid")
  .default([])
  .refine((ids) => ids.every(isId), { error: "errors.field.invalid" });

export const CheckInInput = z.strictObject({ id: idInput, here: z.enum(["yes", "no"]) });
export type CheckInInput = z.infer<typeof CheckInInput>;

/** Only what differs from `was` changes: somebody may have checked in since the page was made. */
export const TickInput = z.strictObject({ id: idInput, there: people, was: people });
export type TickInput = z.infer<typeof TickInput>;

export const GuestInput = z.strictObject({
  id: idInput,
  name: requiredLine(GUEST_NAME_MAX, "attendance.error.name"),
  city: z
    .union([z.literal(""), idInput], { error: "errors.field.invalid" })
    .default("")
    .transform((value) => value || null),
});
export type GuestInput = z.infer<typeof GuestInput>;

export const StrikeInput = z.strictObject({ id: idInput, entry: idInput });
export type StrikeInput = z.infer<typeof StrikeInput>;
