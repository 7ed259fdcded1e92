"use server";

import { revalidatePath } from "next/cache";
import { type ActionResult, action } from "@/lib/action/action";
import * as mutations from "./mutations";
import { MarkAllSeen } from "./schema";

const runMarkAll = action(MarkAllSeen, (actor) => mutations.markAllSeen(actor));

export async function markAllSeen(state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runMarkAll(state as ActionResult<void> | null, form);
  if (result.ok) revalidatePath("/", "layout");
  return result;
}
