"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { archiveFormat, editFormat, makeFormat } from "./mutations";
import { changedRows } from "./row-changes";
import { ArchiveFormatInput, EditFormatInput, MakeFormatInput } from "./schema";

type Done = ActionResult<{ id: string }>;

const runMake = action(MakeFormatInput, makeFormat);
const runEdit = action(EditFormatInput, editFormat);
const runArchive = action(ArchiveFormatInput, archiveFormat);

export async function make(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return saveRows(runMake, form);
}

export async function edit(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return saveRows(runEdit, form);
}

export async function archive(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runArchive(null, form);
  if (!result.ok) return result;
  revalidatePath("/formats", "layout");
  redirect("/formats");
}

/** Saved and done leads to the list; a moved, removed or further row comes back to the form. */
async function saveRows(run: (state: null, form: FormData) => Promise<Done>, given: FormData): Promise<ActionResult> {
  const { form, to } = given instanceof FormData ? changedRows(given) : { form: given, to: null };
  const result = await run(null, form);
  if (!result.ok) return result;
  revalidatePath("/formats", "layout");
  const { id } = result.value;
  if (to === null) redirect(`/formats#${id}`);
  if (typeof to === "string") redirect(`/formats/${id}/edit?more=1#more`);
  redirect(
    "moved" in to ? `/formats/${id}/edit?moved=${to.moved + 1}#row-${to.moved}` : `/formats/${id}/edit?removed=1#saved`,
  );
}
