"use server";

import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { localeFor } from "@/lib/auth/current";
import * as verbs from "./mutations";
import { RemoveNote, WriteNote } from "./schema";

const runWrite = action(WriteNote, async (actor, { from, ...input }) => {
  const view = { locale: await localeFor(actor), zone: actor.zone };
  const { note, aside } = await verbs.keepNote(actor, input, view);
  return { path: `/sessions/${input.session}${from === "notes" ? "/notes" : ""}`, id: (aside ?? note).id };
});
const runRemove = action(RemoveNote, verbs.removeNote);

/** For plain forms: a new note, or a change of one. The page comes again, at the note. */
export async function writeNote(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runWrite(null, form);
  if (!result.ok) return result;
  redirect(`${result.value.path}#note-${result.value.id}`);
}

export async function removeNote(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runRemove(null, form);
  if (!result.ok) return result;
  redirect(`/sessions/${result.value.session}/notes`);
}

/** For the page that stays: what was removed comes through the stream. */
export async function sendRemoval(form: FormData): Promise<ActionResult> {
  return runRemove(null, form);
}
