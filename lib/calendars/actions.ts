"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { endFeed, makeFeed } from "./mutations";
import { NoInput } from "./schema";

const runMake = action(NoInput, (actor) => makeFeed(actor));
const runEnd = action(NoInput, (actor) => endFeed(actor));

/** The address comes back in the answer and nowhere else: it is shown once. */
export async function makeAddress(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runMake(null, form);
  if (result.ok) revalidatePath("/calendar");
  return result;
}

export async function endAddress(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runEnd(null, form);
  if (!result.ok) return result;
  revalidatePath("/calendar");
  redirect("/calendar?saved=ended");
}
