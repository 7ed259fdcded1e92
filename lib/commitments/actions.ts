"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { changeCommitment, makeCommitment, reportOnCommitment } from "./mutations";
import { ChangeCommitment, MakeCommitment, ReportOnCommitment } from "./schema";

const runMake = action(MakeCommitment, makeCommitment);
const runReport = action(ReportOnCommitment, reportOnCommitment);
const runChange = action(ChangeCommitment, changeCommitment);

export async function make(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runMake(null, form);
  if (!result.ok) return result;
  const { id, sessionId } = result.value;
  revalidatePath("/", "layout");
  redirect(sessionId ? `/sessions/${sessionId}?made=${id}#commitments` : `/commitments/${id}`);
}

export async function report(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toCommitment(await runReport(null, form), "reported");
}

export async function change(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toCommitment(await runChange(null, form), "changed");
}

function toCommitment(result: ActionResult<{ id: string }>, done: string): ActionResult {
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  redirect(`/commitments/${result.value.id}?done=${done}`);
}
