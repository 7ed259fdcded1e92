import { z } from "zod";
import { idInput, line, requiredLine, text } from "@/lib/text/input";
import { COMMITMENT_STATUSES, EVIDENCE_MAX, NEWS_MAX, WHAT_MAX } from "./limits";

const optionalId = z
  .union([z.literal(""), idInput], "errors.field.invalid")
  .default("")
  .transform((value) => value || null);

export const MakeCommitment = z.strictObject({
  formKey: idInput,
  sessionId: optionalId,
  city: idInput,
  what: requiredLine(WHAT_MAX, "commitments.error.whatMissing"),
  due: line(60).default(""),
  /** "on": whoever makes it does it. */
  self: z.enum(["on", ""], "errors.field.invalid").default(""),
});
export type MakeCommitment = z.infer<typeof MakeCommitment>;

export const ReportOnCommitment = z.strictObject({
  formKey: idInput,
  id: idInput,
  status: z.enum(COMMITMENT_STATUSES, "commitments.error.statusMissing"),
  body: text(NEWS_MAX).default(""),
  evidence: text(EVIDENCE_MAX).default(""),
});
export type ReportOnCommitment = z.infer<typeof ReportOnCommitment>;

export const ChangeCommitment = z.strictObject({
  id: idInput,
  version: z.coerce.number({ error: "errors.field.invalid" }).int().min(1),
  what: requiredLine(WHAT_MAX, "commitments.error.whatMissing"),
  due: line(60).default(""),
  person: optionalId,
  writeUp: line(300).default(""),
});
export type ChangeCommitment = z.infer<typeof ChangeCommitment>;
