import { z } from "zod";
import { idInput } from "@/lib/text/input";
import { RHYTHMS, UNSUBSCRIBE_TOKEN_MAX } from "./limits";

export const MarkAllSeen = z.strictObject({});

/** One button of the Inbox: each names the newest of the news that its reader saw there. */
export const TendGroup = z.union([
  z.strictObject({ done: idInput }),
  z.strictObject({ back: idInput }),
  z.strictObject({ mute: idInput }),
  z.strictObject({ hear: idInput }),
]);
export type TendGroupInput = z.infer<typeof TendGroup>;

const rhythm = z.enum(RHYTHMS, "errors.field.required");

export const SetRhythm = z.strictObject({ rhythm });
export type SetRhythmInput = z.infer<typeof SetRhythm>;

const token = z.string().max(UNSUBSCRIBE_TOKEN_MAX);
/** The same by the link of a mail. */
export const SetRhythmByMail = z.strictObject({ token, rhythm });
export type SetRhythmByMailInput = z.infer<typeof SetRhythmByMail>;
export const MuteByMail = z.strictObject({ token });
export type MuteByMailInput = z.infer<typeof MuteByMail>;
