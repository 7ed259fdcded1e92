"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { endSession, entrust, moveStep, shortenRest, startSession } from "./mutations";
import { EntrustInput, ShortenInput, StartInput, StepInput } from "./schema";

type Done = ActionResult<{ id: string }>;

const runStart = action(StartInput, startSession);
const runMove = action(StepInput, moveStep);
const runShorten = action(ShortenInput, shortenRest);
const runEntrust = action(EntrustInput, entrust);
const runEnd = action(StartInput, endSession);

export async function start(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return again(await runStart(null, form));
}

export async function move(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return again(await runMove(null, form));
}

export async function shorten(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return again(await runShorten(null, form));
}

export async function handTo(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return again(await runEntrust(null, form));
}

/** What comes next is the summary. */
export async function end(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runEnd(null, form);
  if (!result.ok) return result;
  revalidatePath(`/sessions/${result.value.id}`, "layout");
  redirect(`/sessions/${result.value.id}/minutes`);
}

function again(result: Done): ActionResult {
  if (result.ok) revalidatePath(`/sessions/${result.value.id}`, "layout");
  return result;
}
