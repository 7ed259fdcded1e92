"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { answerSession, cancelSession, rescheduleSession, scheduleSession } from "./mutations";
import { AnswerInput, CancelInput, RescheduleInput, ScheduleInput } from "./schema";

type Done = ActionResult<{ id: string }>;

const runSchedule = action(ScheduleInput, scheduleSession);
const runReschedule = action(RescheduleInput, rescheduleSession);
const runCancel = action(CancelInput, cancelSession);
const runAnswer = action(AnswerInput, answerSession);

export async function schedule(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toSession(await runSchedule(null, form));
}

export async function reschedule(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toSession(await runReschedule(null, form));
}

export async function cancel(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toSession(await runCancel(null, form));
}

export async function answer(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAnswer(null, form);
  if (result.ok) revalidatePath(`/sessions/${result.value.id}`);
  return result;
}

/** A write that went well leads to the session's page. */
function toSession(result: Done): ActionResult {
  if (!result.ok) return result;
  revalidatePath("/sessions", "layout");
  redirect(`/sessions/${result.value.id}`);
}
