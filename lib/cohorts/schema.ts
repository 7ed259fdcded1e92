import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locales";
import { NAME_MAX } from "@/lib/people/limits";
import { languageInput, otherLanguages } from "@/lib/people/schema";
import { emailInput, idInput, line } from "@/lib/text/input";
import { ROLES } from "./limits";

/** Where the form returns to: a path of ours. */
const to = z.string().max(300).optional();

/** A place is a city's workspace by its slug, or the cohort itself by its id. */
export const InviteInput = z.strictObject({
  /** Becomes the invitation's id, so that sending the form twice invites once. */
  formKey: idInput,
  email: emailInput,
  role: z.enum(ROLES, "invitations.error.role"),
  workspaceSlug: line(80).optional(),
  cohortId: idInput.optional(),
  language: z.enum(LOCALES, "errors.field.invalid").default("en"),
  to,
});

export const RevokeInput = z.strictObject({ invitationId: idInput, to });
export const EndMembershipInput = z.strictObject({ membershipId: idInput, to });

export const AcceptInput = z.strictObject({
  token: z.string().max(200),
  /** Both only from somebody who has no account yet. */
  name: line(NAME_MAX).default(""),
  language: languageInput.optional(),
  others: otherLanguages,
});

export type InviteInput = z.infer<typeof InviteInput>;
export type AcceptInput = z.infer<typeof AcceptInput>;
