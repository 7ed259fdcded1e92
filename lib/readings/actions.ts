"use server";

import { revalidatePath } from "next/cache";
import { type ActionResult, action } from "@/lib/action/action";
import { markReading } from "./mutations";
import { MarkInput } from "./schema";

const runMark = action(MarkInput, markReading);

export async function mark(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runMark(null, form);
  if (result.ok) revalidatePath(`/sessions/${result.value.id}`);
  return result;
}
