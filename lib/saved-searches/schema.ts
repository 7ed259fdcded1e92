import { z } from "zod";
import { idInput, text } from "@/lib/text/input";

/** The library's query string, as it stands in the address. */
export const KeepSearch = z.strictObject({ query: text(3_000) });
export type KeepSearch = z.infer<typeof KeepSearch>;

export const SetMail = z.strictObject({ id: idInput, mail: z.enum(["on", "off"], "errors.field.invalid") });
export type SetMail = z.infer<typeof SetMail>;

export const RemoveSearch = z.strictObject({ id: idInput });
export type RemoveSearch = z.infer<typeof RemoveSearch>;
