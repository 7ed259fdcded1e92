"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { isForPage } from "@/lib/auth/current";
import { beginPollFrom } from "./begin";
import { finalisePoll } from "./finalise";
import { castVote, suggestOption } from "./mutations";
import { extendPoll, remindVoters } from "./organise";
import { BeginInput, ExtendInput, FinaliseInput, RemindInput, SuggestInput, VoteInput } from "./schema";

const runVote = action(VoteInput, async (actor, { at, ...input }) => {
  const { id } = await castVote(actor, input);
  return { to: at === "poll" ? `/sessions/${id}/poll` : `/sessions/${id}`, option: input.vote.optionId };
});
const runBegin = action(BeginInput, beginPollFrom);
const runSuggest = action(SuggestInput, suggestOption);
const runExtend = action(ExtendInput, extendPoll);
const runRemind = action(RemindInput, remindVoters);
const runFinalise = action(FinaliseInput, finalisePoll);

/** Where the page came as a whole, it comes back at the option that was voted on; otherwise it stays as it is. */
export async function vote(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runVote(null, form);
  if (!result.ok) return result;
  revalidatePath(result.value.to);
  if (await isForPage()) redirect(`${result.value.to}#option-${result.value.option}`);
  return result;
}

export async function begin(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onwards(await runBegin(null, form), "?done=asked");
}

export async function suggest(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onwards(await runSuggest(null, form), "/poll");
}

export async function extend(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onwards(await runExtend(null, form), "/poll?done=extended#manage");
}

export async function remind(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onwards(await runRemind(null, form), "/poll?done=reminded#manage");
}

export async function finalise(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onwards(await runFinalise(null, form), "?done=taken");
}

/** A write that went well leads to a page of the session. */
function onwards(result: ActionResult<{ id: string }>, to: string): ActionResult {
  if (!result.ok) return result;
  revalidatePath("/sessions", "layout");
  redirect(`/sessions/${result.value.id}${to}`);
}
