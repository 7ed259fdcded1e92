"use server";

import { revalidatePath } from "next/cache";
import { type ActionResult, action } from "@/lib/action/action";
import * as mutations from "./mutations";
import { FollowThing } from "./schema";

const runFollow = action(FollowThing, (actor, input) =>
  mutations.followThing(actor, mutations.namedThing(input), input.follow === "usual" ? null : input.follow),
);

export async function followThing(state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runFollow(state as ActionResult<void> | null, form);
  if (result.ok) revalidatePath("/", "layout");
  return result;
}
