"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { endSeries } from "./mutations";
import { EndInput } from "./schema";

const runEnd = action(EndInput, endSeries);

export async function end(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runEnd(null, form);
  if (!result.ok) return result;
  revalidatePath("/sessions", "layout");
  redirect(`/series/${result.value.id}`);
}
