"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { type FormValues, fieldsOf } from "@/lib/action/form-data";
import { getActor } from "@/lib/auth/current";
import { isId } from "@/lib/ids";
import { fillByMachine } from "./fill";
import { markOf, markOfTranslation } from "./mark";
import { saveTranslation } from "./mutations";
import { nextPart } from "./parts";
import { getTranslations, translationInto } from "./queries";
import { FillInput, TranslateInput } from "./schema";
import { nameOf, type PartKey } from "./words";

const runSave = action(TranslateInput, saveTranslation);
const runFill = action(FillInput, fillByMachine);

type State = ActionResult | null;

/** Saved: on to the next part; or filled by the machine first, and back to read it. */
export async function translate(_state: State, form: FormData): Promise<ActionResult> {
  const saved = await withTheirs(await runSave(null, form));
  if (!saved.ok) return saved;
  const [id, language, part] = ["id", "language", "part"].map((name) => String(form.get(name)));
  const path = `/write-ups/${id}/translate/${language}`;
  revalidatePath(`/write-ups/${id}`, "layout");
  if (form.get("button") === "machine") {
    const filled = await runFill(null, only(form, ["id", "language", "part"]));
    if (!filled.ok) return { ...filled, values: { ...fieldsOf(form), ...(await marksOf(form)) } };
    redirect(`${path}/${part}?filled=${filled.value.filled}`);
  }
  const actor = await getActor();
  const writeUp = actor && (await getTranslations(actor, String(id)));
  const next = writeUp && language && nextPart(translationInto(writeUp, language).parts, part as PartKey);
  redirect(next ? `${path}/${next}?saved=${part}` : `${path}?saved=${part}`);
}

/** Everything that is still empty, by machine. */
export async function fill(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runFill(null, form);
  if (!result.ok) {
    // A failure halfway leaves the parts before it filled.
    if (isId(result.values.id)) revalidatePath(`/write-ups/${result.values.id}`, "layout");
    return result;
  }
  const { id, filled, left } = result.value;
  revalidatePath(`/write-ups/${id}`, "layout");
  redirect(`/write-ups/${id}/translate/${form.get("language")}?filled=${filled}&left=${left}`);
}

/**
 * The original changed, or somebody else translated the same part: the form comes back with what was typed, the page shows
 * the original of now, and the next sending counts as an answer to it.
 */
async function withTheirs<T>(result: ActionResult<T>): Promise<ActionResult<T>> {
  if (result.ok || result.code !== "conflict") return result;
  const { id, language, part } = result.values;
  const found = await partNow(String(id), String(language), String(part));
  if (!found) return result;
  revalidatePath(`/write-ups/${id}`, "layout");
  const theirs = Object.fromEntries(
    found.words.flatMap(({ key, translation }): [string, string][] => {
      const typed = result.values[nameOf(key)];
      if (typed === undefined || typed === translation || translation === "") return [];
      // Where one typed nothing there is nothing to choose.
      return [typed === "" ? [nameOf(key), translation] : [`theirs.${key}`, translation]];
    }),
  );
  return {
    ...result,
    values: { ...result.values, ...theirs, of: markOf(found.words), seen: markOfTranslation(found.words) },
  };
}

/** The marks of a part after it was saved, for a form that comes back for another reason. */
async function marksOf(form: FormData): Promise<FormValues> {
  const found = await partNow(String(form.get("id")), String(form.get("language")), String(form.get("part")));
  return found ? { of: markOf(found.words), seen: markOfTranslation(found.words) } : {};
}

async function partNow(id: string, language: string, part: string) {
  const actor = await getActor();
  const writeUp = actor && (await getTranslations(actor, id));
  return writeUp && translationInto(writeUp, language).parts.find(({ key }) => key === part);
}

function only(form: FormData, names: string[]): FormData {
  const copy = new FormData();
  for (const name of names) copy.set(name, String(form.get(name) ?? ""));
  return copy;
}
