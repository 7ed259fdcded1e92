"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { addGuest, checkIn, strikeGuest, tickAttendance } from "./mutations";
import { CheckInInput, GuestInput, StrikeInput, TickInput } from "./schema";

type Done = ActionResult<{ id: string }>;

const runCheckIn = action(CheckInInput, checkIn);
const runTick = action(TickInput, tickAttendance);
const runAdd = action(GuestInput, addGuest);
const runStrike = action(StrikeInput, strikeGuest);

export async function check(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runCheckIn(null, form);
  if (result.ok) revalidatePath(`/sessions/${result.value.id}`, "layout");
  return result;
}

export async function tick(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toList(await runTick(null, form), "saved");
}

export async function add(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toList(await runAdd(null, form), "added");
}

export async function strike(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return toList(await runStrike(null, form), "removed");
}

/** The list anew, which says what was done. */
function toList(result: Done, done: "saved" | "added" | "removed"): ActionResult {
  if (!result.ok) return result;
  revalidatePath(`/sessions/${result.value.id}`, "layout");
  redirect(`/sessions/${result.value.id}/attendance?done=${done}`);
}
