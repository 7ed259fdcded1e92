import { z } from "zod";
import { emailInput } from "@/lib/text/input";

export const askForLink = z.strictObject({ email: emailInput, to: z.string().max(2000).optional() });

export const enterCode = z.strictObject({
  email: emailInput,
  to: z.string().max(2000).optional(),
  code: z
    .string()
    .transform((value) => value.replace(/\D/g, ""))
    .refine((value) => value.length === 6, { error: "signIn.error.code" }),
});

export const openLink = z.strictObject({
  email: emailInput,
  to: z.string().max(2000).optional(),
  token: z.string().max(200),
});
