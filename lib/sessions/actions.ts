"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { answerSession } from "./answer";
import { editSession } from "./edit";
import { cancelSession, rescheduleSession } from "./mutations";
import { scheduleSession } from "./schedule";
import { ScheduleInput } from "./schedule-schema";
import { AnswerInput, CancelInput, EditInput, RescheduleInput } from "./schema";

type Done = ActionResult<{ id: string }>;

const runSchedule = action(ScheduleInput, scheduleSession);
const runReschedule = action(RescheduleInput, rescheduleSession);
const runEdit = action(EditInput, editSession);
const runCancel = action(CancelInput, cancelSession);
const runAnswer = action(AnswerInput, answerSession);

export async function schedule(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runSchedule(null, form);
  if (!result.ok) return result;
  const { id, second } = result.value;
  revalidatePath("/sessions", "layout");
  if (second.length > 0)
    redirect(`/sessions/new?${new URLSearchParams([["after", id], ...second.map((city) => ["cities[]", city])])}`);
  const as = form.get("as");
  if (as === "vote") redirect(`/sessions/${id}/poll?done=asked`);
  redirect(as === "draft" ? `/sessions/${id}` : `/sessions/${id}?done=sent`);
}

export async function reschedule(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toSession(await runReschedule(null, form), "?done=moved");
}

export async function edit(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runEdit(null, form);
  return result.ok ? toSession(result, form.get("as") === "send" ? "?done=sent" : "?done=saved") : result;
}

export async function cancel(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runCancel(null, form);
  if (!result.ok || !result.value.dropped) return toSession(result, "");
  revalidatePath("/sessions", "layout");
  redirect("/sessions");
}

export async function answer(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAnswer(null, form);
  if (result.ok) revalidatePath(`/sessions/${result.value.id}`);
  return result;
}

/** A write that went well leads to the session's page, which says what was done. */
function toSession(result: Done, said: string): ActionResult {
  if (!result.ok) return result;
  revalidatePath("/sessions", "layout");
  redirect(`/sessions/${result.value.id}${said}`);
}
