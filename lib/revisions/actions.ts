"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { restoreRevision } from "./mutations";
import { RestoreInput } from "./schema";

const runRestore = action(RestoreInput, restoreRevision);

/** The work in hand is the earlier state now; the list says so. */
export async function restore(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runRestore(null, form);
  if (!result.ok) return result;
  const path = `/write-ups/${result.value.id}`;
  revalidatePath(path, "layout");
  redirect(`${path}/revisions?done=restored`);
}
