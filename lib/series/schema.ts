import { z } from "zod";
import { CANCEL_REASON_MAX } from "@/lib/sessions/limits";
import { optionalDay } from "@/lib/sessions/schema";
import { idInput, line } from "@/lib/text/input";
import { LATER } from "./limits";

export const EndInput = z
  .strictObject({
    id: idInput,
    lastOn: optionalDay("sessions.error.date"),
    later: z.enum(LATER, { error: "series.error.later" }),
    reason: line(CANCEL_REASON_MAX).default(""),
  })
  .refine(({ lastOn }) => lastOn !== null, { path: ["lastOn"], error: "series.error.lastOnMissing" });
export type EndInput = z.infer<typeof EndInput>;
