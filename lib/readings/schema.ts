import { z } from "zod";
import { idInput } from "@/lib/text/input";

export const MarkInput = z.strictObject({ id: idInput, writeUp: idInput, read: z.enum(["yes", "no"]) });
export type MarkInput = z.infer<typeof MarkInput>;
