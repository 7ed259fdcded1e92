import { z } from "zod";
import { idInput, requiredText, text } from "@/lib/text/input";
import { APPEAL_DECISIONS, HIDE_REASON_MAX, NOTE_MAX, READY_REASONS, REPORT_REASONS } from "./limits";

/** Where the person came from and goes on: the list of reports, or the place where it stands. */
const from = z.enum(["", "reports"]).default("");

/** The `id` of each is that of a comment or of a question to a city. */
export const ReportInput = z.strictObject({
  id: idInput,
  reason: z.enum(REPORT_REASONS, "moderation.error.reason"),
  note: text(NOTE_MAX).default(""),
});
export type ReportInput = z.infer<typeof ReportInput>;

export const HideInput = z
  .strictObject({
    id: idInput,
    ready: z.enum([...READY_REASONS, ""], "errors.field.invalid").default(""),
    /** Instead of the ready sentence, whichever is chosen: whoever writes here means it. */
    words: text(HIDE_REASON_MAX).default(""),
    /** Sent where the reports stand beside the form: it decides them, so somebody must not have done so meanwhile. */
    decides: z.enum(["", "reports"]).default(""),
    from,
  })
  .refine(({ ready, words }) => ready !== "" || words !== "", {
    path: ["ready"],
    error: "moderation.error.why",
  });
export type HideInput = z.infer<typeof HideInput>;

export const KeepInput = z.strictObject({ id: idInput });
export type KeepInput = z.infer<typeof KeepInput>;

export const RestoreInput = z.strictObject({
  id: idInput,
  note: requiredText(HIDE_REASON_MAX, "moderation.error.restoreNote"),
  from,
});
export type RestoreInput = z.infer<typeof RestoreInput>;

export const AppealInput = z.strictObject({
  id: idInput,
  note: requiredText(NOTE_MAX, "moderation.error.appealNote"),
});
export type AppealInput = z.infer<typeof AppealInput>;

export const DecideInput = z.strictObject({
  appealId: idInput,
  decision: z.enum(APPEAL_DECISIONS, "moderation.error.decision"),
  answer: requiredText(NOTE_MAX, "moderation.error.answer"),
});
export type DecideInput = z.infer<typeof DecideInput>;
