"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action, publicAction } from "@/lib/action/action";
import * as mutations from "./mutations";
import * as rhythms from "./rhythm";
import { MarkAllSeen, MuteByMail, SetRhythm, SetRhythmByMail, TendGroup } from "./schema";

const runMarkAll = action(MarkAllSeen, (actor) => mutations.markAllSeen(actor));
const runTend = action(TendGroup, (actor, input) => mutations.tendGroup(actor, input));
const runRhythm = action(SetRhythm, (actor, { rhythm }) => rhythms.setRhythm(actor, rhythm));
const runRhythmByMail = publicAction(SetRhythmByMail, (_reader, input) => rhythms.setRhythmByMail(input));
const runMuteByMail = publicAction(MuteByMail, (_reader, input) => rhythms.muteByMail(input));

export async function markAllSeen(state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runMarkAll(state as ActionResult<void> | null, form);
  if (result.ok) revalidatePath("/", "layout");
  return result;
}

/** The page comes again, and says what was done and how to take it back. */
export async function tendGroup(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runTend(null, form);
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  redirect(`/inbox?did=${result.value.did}&of=${result.value.id}`);
}

export async function setRhythm(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runRhythm(null, form);
  if (!result.ok) return result;
  redirect("/settings?saved=mail#mail");
}

export async function setRhythmByMail(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runRhythmByMail(null, form);
  if (!result.ok) return result;
  redirect("/unsubscribe?saved=rhythm");
}

export async function muteByMail(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runMuteByMail(null, form);
  if (!result.ok) return result;
  redirect("/unsubscribe?saved=mute");
}
