"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { askQuestion, removeQuestion, setAnswered, voteQuestion } from "./mutations";
import { AnsweredInput, AskInput, RemoveInput, VoteInput } from "./schema";

type Done = ActionResult<{ id: string }>;

const runAsk = action(AskInput, askQuestion);
const runVote = action(VoteInput, voteQuestion);
const runAnswered = action(AnsweredInput, setAnswered);
const runRemove = action(RemoveInput, removeQuestion);

/** To the list, with an empty field and a new key for the next question. */
export async function ask(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAsk(null, form);
  if (!result.ok) return result;
  revalidatePath(`/sessions/${result.value.id}`, "layout");
  redirect(`/sessions/${result.value.id}/questions?done=added`);
}

export async function vote(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return again(await runVote(null, form));
}

export async function answered(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return again(await runAnswered(null, form));
}

export async function remove(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return again(await runRemove(null, form));
}

function again(result: Done): ActionResult {
  if (result.ok) revalidatePath(`/sessions/${result.value.id}`, "layout");
  return result;
}
