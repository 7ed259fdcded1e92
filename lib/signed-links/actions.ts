"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action, publicAction } from "@/lib/action/action";
import { isForPage } from "@/lib/auth/current";
import { answerByLink, commentByLink, renewLink, revokeLink, revokeLinks, voteByLink } from "./mutations";
import {
  LinkAnswerInput,
  LinkCommentInput,
  LinkVoteInput,
  NoLinkInput,
  RenewLinkInput,
  RevokeLinkInput,
} from "./schema";

const runVote = publicAction(LinkVoteInput, (_reader, input) => voteByLink(input));
const runAnswer = publicAction(LinkAnswerInput, (_reader, input) => answerByLink(input));
const runComment = publicAction(LinkCommentInput, (_reader, input) => commentByLink(input));
const runRevoke = action(RevokeLinkInput, revokeLink);
const runRevokeAll = action(NoLinkInput, revokeLinks);
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

/** The page comes again, at the comment. */
export async function comment(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runComment(null, form);
  if (!result.ok) return result;
  const { id } = result.value;
  redirect(`/links?comment=${id}&said=yes#comment-${id}`);
}

/** For somebody who is signed in, in their settings. */
export async function revoke(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runRevoke(null, form);
  if (!result.ok) return result;
  redirect("/settings?saved=link#links");
}

export async function revokeAll(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runRevokeAll(null, form);
  if (!result.ok) return result;
  redirect("/settings?saved=links#links");
}
