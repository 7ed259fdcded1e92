"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { addressOf } from "@/lib/write-ups/library-query";
import * as mutations from "./mutations";
import { KeepSearch, RemoveSearch, SetMail } from "./schema";

const runKeep = action(KeepSearch, mutations.keepSearch);
const runMail = action(SetMail, mutations.setMail);
const runRemove = action(RemoveSearch, mutations.removeSearch);

const PAGE = "/saved-searches";

export async function keep(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runKeep(null, form);
  if (!result.ok) return result;
  const path = addressOf(result.value.filters);
  revalidatePath("/library");
  redirect(path);
}

export async function turnMail(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runMail(null, form);
  if (!result.ok) return result;
  revalidatePath(PAGE);
  redirect(`${PAGE}?saved=${result.value.mail ? "mail" : "quiet"}`);
}

export async function remove(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runRemove(null, form);
  if (!result.ok) return result;
  revalidatePath(PAGE);
  redirect(`${PAGE}?saved=removed`);
}
