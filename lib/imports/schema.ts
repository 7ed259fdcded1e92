import { z } from "zod";
import { idInput } from "@/lib/text/input";
import { IMPORT_MAX, IMPORT_MAX_MB } from "./limits";

export const CheckInput = z.strictObject({
  workspaceId: idInput,
  file: z
    .instanceof(Uint8Array, { error: "imports.error.noFile" })
    .refine((bytes) => bytes.length > 0, { error: "imports.error.noFile", abort: true })
    .refine((bytes) => bytes.length <= IMPORT_MAX, { error: "imports.error.large", params: { max: IMPORT_MAX_MB } }),
});
export type CheckInput = z.infer<typeof CheckInput>;

export const TakeInput = z.strictObject({
  workspaceId: idInput,
  kept: z.string().max(2 * IMPORT_MAX),
});
export type TakeInput = z.infer<typeof TakeInput>;
