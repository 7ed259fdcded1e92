"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { addHoliday, removeHoliday, setHours, workOnHoliday } from "./mutations";
import { AddHolidayInput, HolidayInput, HoursInput } from "./schema";

const runHours = action(HoursInput, setHours);
const runAdd = action(AddHolidayInput, addHoliday);
const runWork = action(HolidayInput, workOnHoliday);
const runRemove = action(HolidayInput, removeHoliday);

export async function saveHours(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return back(await runHours(null, form), "hours", "week");
}

export async function addDayOff(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return back(await runAdd(null, form), "added", "holidays");
}

export async function workOnDay(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return back(await runWork(null, form), "works", "holidays");
}

export async function takeDayBack(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return back(await runRemove(null, form), "removed", "holidays");
}

/** A change that went well leads back to the page, to where it says so. */
function back(result: ActionResult<{ slug: string }>, done: string, place: string): ActionResult {
  if (!result.ok) return result;
  revalidatePath("/cities", "layout");
  redirect(`/cities/${result.value.slug}/hours?done=${done}#${place}`);
}
