import { z } from "zod";
import { idInput } from "@/lib/text/input";
import { FOLLOWS } from "./limits";

/** A hidden field that a form always sends; empty means that it is about something else. */
const maybeId = z
  .literal("")
  .transform(() => undefined)
  .or(idInput)
  .optional();

/** "usual" takes back what was said before. */
export const FollowThing = z
  .strictObject({
    writeUpId: maybeId,
    sessionId: maybeId,
    commitmentId: maybeId,
    askId: maybeId,
    follow: z.enum([...FOLLOWS, "usual"], "errors.field.invalid"),
  })
  .refine((given) => [given.writeUpId, given.sessionId, given.commitmentId, given.askId].filter(Boolean).length === 1, {
    error: "errors.field.invalid",
  });
export type FollowThingInput = z.infer<typeof FollowThing>;
