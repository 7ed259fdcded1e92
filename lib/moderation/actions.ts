"use server";

import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { appealHiding, decideAppeal } from "./appeals";
import { hideSaid, keepSaid, reportSaid, restoreSaid } from "./mutations";
import { casePath, placeOf } from "./paths";
import { AppealInput, DecideInput, HideInput, KeepInput, ReportInput, RestoreInput } from "./schema";
import type { Judged } from "./types";

type State = ActionResult | null;

const runReport = action(ReportInput, reportSaid);
const runHide = action(HideInput, hideSaid);
const runKeep = action(KeepInput, keepSaid);
const runRestore = action(RestoreInput, restoreSaid);
const runAppeal = action(AppealInput, appealHiding);
const runDecide = action(DecideInput, decideAppeal);

export async function report(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runReport(null, form);
  if (!result.ok) return result;
  redirect(`${casePath("new", result.value)}&done=reported`);
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
  redirect(`/reports?done=kept&of=${result.value.kind}`);
}

export async function appeal(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runAppeal(null, form);
  if (!result.ok) return result;
  redirect(`${casePath("appeal", result.value)}&done=appealed`);
}

export async function decide(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runDecide(null, form);
  if (!result.ok) return result;
  const done = form.get("decision") === "restored" ? "restored" : "confirmed";
  redirect(`/reports?done=${done}&of=${result.value.kind}`);
}

/** To the list, for whoever came from there, or to where it stands. */
function back(result: ActionResult<Judged>, form: FormData, done: string): ActionResult {
  if (!result.ok) return result;
  const { kind } = result.value;
  if (form.get("from") === "reports") redirect(`/reports?done=${done}&of=${kind}`);
  redirect(kind === "ask" && done === "restored" ? `${placeOf(result.value)}?done=shown` : placeOf(result.value));
}
