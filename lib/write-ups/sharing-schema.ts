import { z } from "zod";
import { idInput, requiredText } from "@/lib/text/input";
import { AUDIENCES, REQUESTED } from "./limits";

const NOTE_MAX = 2000;

/** Who could read it when the person saw the page: a step counts only from there. */
const from = z.enum(AUDIENCES);
const count = z
  .string()
  .regex(/^\d{1,9}$/, "errors.field.invalid")
  .transform(Number);

export const ShareWithCityInput = z.strictObject({ id: idInput });
export const AskInput = z.strictObject({ id: idInput, from, target: z.enum(REQUESTED) });
export const TakeBackInput = z.strictObject({ id: idInput, target: z.enum(REQUESTED) });
/** `seen` is the state of the texts that the lead looked at, `asked` the request that waited then. */
export const ApproveInput = z.strictObject({
  id: idInput,
  from,
  target: z.enum(REQUESTED),
  seen: count,
  asked: z.enum(["", ...REQUESTED]).optional(),
});
export const GiveBackInput = z.strictObject({ id: idInput, note: requiredText(NOTE_MAX, "sharing.error.noteMissing") });
/** Those who lose it read the reason at its address. */
const reason = requiredText(NOTE_MAX, "sharing.error.reasonMissing");
export const NarrowInput = z.strictObject({ id: idInput, from: z.enum(REQUESTED), reason });
// Named apart from the other: both forms may stand on one page, and a field's name is its place there.
export const UnpublishInput = z.strictObject({ id: idInput, publicReason: reason });

export type ShareWithCityInput = z.infer<typeof ShareWithCityInput>;
export type AskInput = z.infer<typeof AskInput>;
export type TakeBackInput = z.infer<typeof TakeBackInput>;
export type ApproveInput = z.infer<typeof ApproveInput>;
export type GiveBackInput = z.infer<typeof GiveBackInput>;
export type NarrowInput = z.infer<typeof NarrowInput>;
export type UnpublishInput = z.infer<typeof UnpublishInput>;
