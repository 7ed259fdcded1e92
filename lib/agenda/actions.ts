"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { changedRows } from "@/lib/formats/row-changes";
import { saveAgenda } from "./mutations";
import { AgendaInput } from "./schema";

const run = action(AgendaInput, saveAgenda);

/** Saved and done leads to the session; a moved, removed, fitted or further step comes back to the form. */
export async function changeAgenda(_state: ActionResult | null, given: FormData): Promise<ActionResult> {
  const { form, to } = given instanceof FormData ? changedRows(given) : { form: given, to: null };
  const result = await run(null, form);
  if (!result.ok) return result;
  const path = `/sessions/${result.value.id}`;
  revalidatePath(path, "layout");
  if (to === null) redirect(`${path}#agenda`);
  if (to === "more") redirect(`${path}/agenda?more=1#more`);
  if (to === "fit") redirect(`${path}/agenda?fitted=1#field-total`);
  redirect("moved" in to ? `${path}/agenda?moved=${to.moved + 1}#row-${to.moved}` : `${path}/agenda?removed=1#saved`);
}
