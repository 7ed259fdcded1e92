"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { getActor } from "@/lib/auth/current";
import { getWriteUpForEditing } from "./editing";
import { fingerprint } from "./fingerprint";
import { startWriteUp } from "./mutations";
import { approveSharing, askToShare, giveBack, narrowToCity, shareWithCity, unpublish } from "./release";
import {
  ConditionsInput,
  FiguresInput,
  OrganisationsInput,
  SectionInput,
  StartInput,
  TagsInput,
  TimelineInput,
  TitleInput,
} from "./schema";
import { getWriteUpForSharing } from "./sharing";
import {
  ApproveInput,
  AskInput,
  GiveBackInput,
  NarrowInput,
  ShareWithCityInput,
  UnpublishInput,
} from "./sharing-schema";
import {
  saveConditions,
  saveFigures,
  saveOrganisations,
  saveSection,
  saveTags,
  saveTimeline,
  saveTitle,
} from "./task-changes";
import { isTask, type TaskKey } from "./tasks";

const runStart = action(StartInput, startWriteUp);
const runTitle = action(TitleInput, saveTitle);
const runTimeline = action(TimelineInput, saveTimeline);
const runFigures = action(FiguresInput, saveFigures);
const runOrganisations = action(OrganisationsInput, saveOrganisations);
const runConditions = action(ConditionsInput, saveConditions);
const runSection = action(SectionInput, saveSection);
const runTags = action(TagsInput, saveTags);
const runShareWithCity = action(ShareWithCityInput, shareWithCity);
const runAsk = action(AskInput, askToShare);
const runApprove = action(ApproveInput, approveSharing);
const runGiveBack = action(GiveBackInput, giveBack);
const runNarrow = action(NarrowInput, narrowToCity);
const runUnpublish = action(UnpublishInput, unpublish);

type State = ActionResult | null;
type Saved = ActionResult<{ id: string }>;

/** The draft exists; a case goes on with what happened when. */
export async function start(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runStart(null, form);
  if (!result.ok) return result;
  redirect(`/write-ups/${result.value.id}/edit${result.value.kind === "case" ? "/timeline" : ""}`);
}

export async function editTitle(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runTitle(null, form), form, "title");
}
export async function editTimeline(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runTimeline(null, form), form, "timeline");
}
export async function editFigures(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runFigures(null, form), form, "figures");
}
export async function editOrganisations(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runOrganisations(null, form), form, "organisations");
}
export async function editConditions(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runConditions(null, form), form, "conditions");
}
export async function editTags(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runTags(null, form), form, "tags");
}
export async function editSection(_state: State, form: FormData): Promise<ActionResult> {
  const result = await withTheirs(await runSection(null, form));
  return result.ok ? onwards(result, form, String(form.get("section"))) : result;
}

export async function share(_state: State, form: FormData): Promise<ActionResult> {
  return told(await runShareWithCity(null, form), "city");
}
export async function ask(_state: State, form: FormData): Promise<ActionResult> {
  return told(await runAsk(null, form), "asked");
}
export async function approve(_state: State, form: FormData): Promise<ActionResult> {
  return told(await runApprove(null, form), "released");
}
export async function returnWithNote(_state: State, form: FormData): Promise<ActionResult> {
  return told(await runGiveBack(null, form), "returned");
}
export async function narrow(_state: State, form: FormData): Promise<ActionResult> {
  return told(await runNarrow(null, form), "narrowed");
}
export async function takeOffPublic(_state: State, form: FormData): Promise<ActionResult> {
  return told(await runUnpublish(null, form), "unpublished");
}

/** Saved: back to the tasks, or once more to this one with another row. */
function onwards(result: Saved, form: FormData, task: string): ActionResult {
  if (!result.ok) return result;
  const path = `/write-ups/${result.value.id}`;
  revalidatePath(path, "layout");
  if (form.get("more") !== "yes") redirect(`${path}/edit?saved=${encodeURIComponent(task)}`);
  const rows = [...form.keys()].filter((name) => /^rows\.\d+\.id$/.test(name)).length;
  redirect(`${path}/edit/${task}?rows=${rows + 1}#row-${rows}`);
}

/**
 * Two people wrote the same section: what the other wrote comes back beside one's own words, and the next sending counts as
 * an answer to it.
 */
async function withTheirs(result: Saved): Promise<Saved> {
  if (result.ok || result.code !== "conflict") return result;
  const { id, section } = result.values;
  const actor = await getActor();
  const now = actor && (await getWriteUpForEditing(actor, String(id)));
  const task = String(section);
  if (!now || !isTask(now.kind, task)) return result;
  const theirs = now.document.sections.find(({ key }) => key === task)?.markdown ?? "";
  const seen = fingerprint(now.kind, now.document, now.crisis?.id ?? null, task as TaskKey);
  return { ...result, values: { ...result.values, theirs, version: String(now.version), seen } };
}

/** The page says what was done, and who reads it now; whoever has nothing left to decide there reads the write-up. */
async function told(result: ActionResult<{ id: string }>, done: string): Promise<ActionResult> {
  if (!result.ok) return result;
  const path = `/write-ups/${result.value.id}`;
  revalidatePath(path, "layout");
  const actor = await getActor();
  const stays = actor && (await getWriteUpForSharing(actor, result.value.id));
  redirect(stays ? `${path}/share?done=${done}` : path);
}
