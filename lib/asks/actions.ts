"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { attachAsk, detachAsk } from "./attach";
import type { AskDone } from "./limits";
import { changeAsk, closeAsk, postAsk, reopenAsk } from "./mutations";
import { AttachAsk, ChangeAsk, CloseAsk, OnlyAsk, PostAsk, SettleAsk, UnsettleAsk } from "./schema";
import { settleAsk, unsettleAsk } from "./settle";

const runPost = action(PostAsk, postAsk);
const runChange = action(ChangeAsk, changeAsk);
const runSettle = action(SettleAsk, settleAsk);
const runUnsettle = action(UnsettleAsk, unsettleAsk);
const runClose = action(CloseAsk, closeAsk);
const runReopen = action(OnlyAsk, reopenAsk);
const runAttach = action(AttachAsk, attachAsk);
const runDetach = action(OnlyAsk, detachAsk);

export async function post(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toAsk(await runPost(null, form), "posted");
}

export async function change(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toAsk(await runChange(null, form), "changed");
}

export async function settle(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toAsk(await runSettle(null, form), "settled");
}

export async function unsettle(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toAsk(await runUnsettle(null, form), "unsettled");
}

export async function close(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toAsk(await runClose(null, form), "closed");
}

export async function reopen(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toAsk(await runReopen(null, form), "reopened");
}

export async function attach(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toAsk(await runAttach(null, form), "attached");
}

export async function detach(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toAsk(await runDetach(null, form), "detached");
}

function toAsk(result: ActionResult<{ id: string }>, done: AskDone): ActionResult {
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  redirect(`/asks/${result.value.id}?done=${done}`);
}
