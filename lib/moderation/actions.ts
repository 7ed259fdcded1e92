"use server";

import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { pathOf } from "@/lib/comments/paths";
import { appealHiding, decideAppeal } from "./appeals";
import { hideComment, keepComment, reportComment, restoreComment } from "./mutations";
import { AppealInput, DecideInput, HideInput, KeepInput, ReportInput, RestoreInput } from "./schema";
import type { Judged } from "./types";

type State = ActionResult | null;

const runReport = action(ReportInput, reportComment);
const runHide = action(HideInput, hideComment);
const runKeep = action(KeepInput, keepComment);
const runRestore = action(RestoreInput, restoreComment);
const runAppeal = action(AppealInput, appealHiding);
const runDecide = action(DecideInput, decideAppeal);

export async function report(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runReport(null, form);
  if (!result.ok) return result;
  redirect(`/reports/new?comment=${result.value.id}&done=reported`);
}

export async function hide(_state: State, form: FormData): Promise<ActionResult> {
  return back(await runHide(null, form), form, "hidden");
}

export async function restore(_state: State, form: FormData): Promise<ActionResult> {
  return back(await runRestore(null, form), form, "restored");
}

export async function keep(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runKeep(null, form);
  if (!result.ok) return result;
  redirect("/reports?done=kept");
}

export async function appeal(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runAppeal(null, form);
  if (!result.ok) return result;
  redirect(`/reports/appeal?comment=${result.value.id}&done=appealed`);
}

export async function decide(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runDecide(null, form);
  if (!result.ok) return result;
  redirect(`/reports?done=${form.get("decision") === "restored" ? "restored" : "confirmed"}`);
}

/** To the list, for whoever came from there, or to the comment. */
function back(result: ActionResult<Judged>, form: FormData, done: string): ActionResult {
  if (!result.ok) return result;
  const { about, id } = result.value;
  redirect(form.get("from") === "reports" ? `/reports?done=${done}` : pathOf(about, id));
}
