"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { endOtherSignIns, endSignIn, signOut } from "@/lib/auth/sign-ins";
import { revokeLinks } from "@/lib/signed-links/mutations";
import { ownPath } from "@/lib/text/input";
import { setAway } from "./absence";
import { forgetLanguage } from "./language-action";
import { changeProfile } from "./profile";
import { AwayInput, EndSignInInput, NoInput, ProfileInput, SignOutInput } from "./schema";

const runProfile = action(ProfileInput, changeProfile);
const runAway = action(AwayInput, setAway);
const runEnd = action(EndSignInInput, (actor, { id }) => endSignIn(actor, id));
// A lost telephone holds the mails too.
const runEndOthers = action(NoInput, async (actor) => {
  await endOtherSignIns(actor);
  await revokeLinks(actor);
});
const runSignOut = action(SignOutInput, async (actor, { to }) => {
  await signOut(actor);
  return { to: ownPath(to) };
});

export async function saveProfile(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runProfile(null, form);
  if (!result.ok) return result;
  // The language of a profile counts in every browser, also where another one was chosen before.
  if (result.value.newLanguage) await forgetLanguage();
  revalidatePath("/", "layout");
  redirect("/settings?saved=profile#profile");
}

export async function saveAway(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAway(null, form);
  if (!result.ok) return result;
  redirect(`/settings?saved=${result.value.awayUntil ? "away" : "back"}#away`);
}

export async function endOne(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runEnd(null, form);
  if (!result.ok) return result;
  redirect("/settings?saved=sign-in#sign-ins");
}

export async function endOthers(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runEndOthers(null, form);
  if (!result.ok) return result;
  redirect("/settings?saved=sign-ins#sign-ins");
}

export async function leave(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runSignOut(null, form);
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  redirect(result.value.to);
}
