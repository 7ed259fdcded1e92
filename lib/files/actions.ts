"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { getActor } from "@/lib/auth/current";
import { getWriteUpForEditing } from "@/lib/write-ups/editing";
import { markOf } from "./media";
import { describeFile, moveFile, removeFile } from "./mutations";
import { MoveInput, RemoveInput, WordsInput } from "./schema";

const runDescribe = action(WordsInput, describeFile);
const runMove = action(MoveInput, moveFile);
const runRemove = action(RemoveInput, removeFile);

type State = ActionResult | null;
type Saved = ActionResult<{ id: string }>;

export async function describe(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await withTheirs(await runDescribe(null, form)), "saved");
}
export async function move(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runMove(null, form), "moved");
}
export async function remove(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runRemove(null, form), "removed");
}

function onwards(result: Saved, done: string): ActionResult {
  if (!result.ok) return result;
  revalidatePath(`/write-ups/${result.value.id}`, "layout");
  redirect(`/write-ups/${result.value.id}/edit/files?done=${done}`);
}

/** Two people described one file: what the other one saved comes back too, and the next sending counts as an answer to it. */
async function withTheirs(result: Saved): Promise<Saved> {
  if (result.ok || result.code !== "conflict") return result;
  const { id, fileId } = result.values;
  const actor = await getActor();
  const now = actor && (await getWriteUpForEditing(actor, String(id)));
  if (!now) return result;
  const media = now.document.media.find((one) => one.fileId === fileId);
  const theirs = media ? [media.alt, media.caption, media.credit].filter(Boolean).join("\n") : "";
  return { ...result, values: { ...result.values, theirs, seen: markOf(now.document, String(fileId)) } };
}
