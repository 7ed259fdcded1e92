"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action, publicAction } from "@/lib/action/action";
import { startSignIn } from "@/lib/auth/sign-ins";
import { ownPath } from "@/lib/text/input";
import { acceptInvitation } from "./accept";
import { endMembership } from "./end-membership";
import { invitePerson, revokeInvitation } from "./invite";
import { AcceptInput, EndMembershipInput, InviteInput, RevokeInput } from "./schema";

const runInvite = action(InviteInput, async (actor, { to, ...input }) => {
  await invitePerson(actor, input);
  return { to: ownPath(to) };
});
const runRevoke = action(RevokeInput, async (actor, { invitationId, to }) => {
  await revokeInvitation(actor, invitationId);
  return { to: ownPath(to) };
});
const runEnd = action(EndMembershipInput, async (actor, { membershipId, to }) => {
  await endMembership(actor, membershipId);
  return { to: ownPath(to) };
});
const runAccept = publicAction(AcceptInput, async (reader, input, { userAgent }) => {
  const { personId } = await acceptInvitation(reader, input);
  if (reader?.personId !== personId) await startSignIn(personId, userAgent);
  return { to: "/" };
});

export async function invite(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onwards(await runInvite(null, form));
}

export async function revoke(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onwards(await runRevoke(null, form));
}

export async function endMember(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onwards(await runEnd(null, form));
}

export async function accept(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onwards(await runAccept(null, form));
}

/** After a write that went well the browser reads the page anew, with what is true now. */
function onwards(result: ActionResult<{ to: string }>): ActionResult {
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  redirect(result.value.to);
}
