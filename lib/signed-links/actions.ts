"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, publicAction } from "@/lib/action/action";
import { isForPage } from "@/lib/auth/current";
import { answerByLink, renewLink, voteByLink } from "./mutations";
import { LinkAnswerInput, LinkVoteInput, RenewLinkInput } from "./schema";

const runVote = publicAction(LinkVoteInput, (_reader, input) => voteByLink(input));
const runAnswer = publicAction(LinkAnswerInput, (_reader, input) => answerByLink(input));
const runRenew = publicAction(RenewLinkInput, (_reader, input) => renewLink(input));

/** Where the page came as a whole, it comes back at the option that was voted on; otherwise it stays as it is. */
export async function vote(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runVote(null, form);
  if (!result.ok) return result;
  revalidatePath("/links");
  if (await isForPage()) redirect(`/links#option-${result.value.optionId}`);
  return result;
}

export async function answer(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAnswer(null, form);
  if (!result.ok) return result;
  revalidatePath("/links");
  if (await isForPage()) redirect("/links");
  return result;
}

/** The answer is the same for everybody. */
export async function renew(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runRenew(null, form);
  if (!result.ok) return result;
  redirect("/links?sent=yes");
}
