"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { amendMinutes, lockMinutes, saveSummary } from "./mutations";
import { AmendInput, LockInput, SummaryInput } from "./schema";

const runSave = action(SummaryInput, saveSummary);
const runLock = action(LockInput, lockMinutes);
const runAmend = action(AmendInput, amendMinutes);

export async function save(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runSave(null, form);
  return result.ok ? toMinutes(result.value.id, result.value.merged ? "merged" : "saved") : result;
}

export async function lock(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runLock(null, form);
  return result.ok ? toMinutes(result.value.id, "locked") : result;
}

export async function amend(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAmend(null, form);
  return result.ok ? toMinutes(result.value.id, "amended") : result;
}

function toMinutes(id: string, done: "saved" | "merged" | "locked" | "amended"): never {
  revalidatePath(`/sessions/${id}`, "layout");
  redirect(`/sessions/${id}/minutes?done=${done}`);
}
