"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { getActor, getLocale } from "@/lib/auth/current";
import { sentence } from "@/lib/i18n/translator";
import { addAuthor, removeAuthor } from "./authors";
import { ConfirmInput, confirmWriteUp } from "./confirm";
import { deleteDraft } from "./drafts";
import { getWriteUpForEditing } from "./editing";
import { fingerprint } from "./fingerprint";
import { startWriteUp } from "./mutations";
import { startQuickNote } from "./quick-note";
import { approveSharing, askToShare, giveBack, narrowToCity, shareWithCity, unpublish } from "./release";
import { movedRows } from "./row-moves";
import {
  AuthorInput,
  ConditionsInput,
  ContactInput,
  DeleteDraftInput,
  FiguresInput,
  FundingInput,
  OrganisationsInput,
  QuickNoteInput,
  SectionInput,
  SourcesInput,
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
  TakeBackInput,
  UnpublishInput,
} from "./sharing-schema";
import { takeRequestBack } from "./take-back";
import {
  saveConditions,
  saveContact,
  saveFigures,
  saveFunding,
  saveOrganisations,
  saveSection,
  saveSources,
  saveTags,
  saveTimeline,
  saveTitle,
} from "./task-changes";
import { isTask, type TaskKey } from "./tasks";

const runConfirm = action(ConfirmInput, confirmWriteUp);
const runStart = action(StartInput, startWriteUp);
const runQuickNote = action(QuickNoteInput, startQuickNote);
const runTitle = action(TitleInput, saveTitle);
const runTimeline = action(TimelineInput, saveTimeline);
const runFigures = action(FiguresInput, saveFigures);
const runOrganisations = action(OrganisationsInput, saveOrganisations);
const runConditions = action(ConditionsInput, saveConditions);
const runFunding = action(FundingInput, saveFunding);
const runSources = action(SourcesInput, saveSources);
const runContact = action(ContactInput, saveContact);
const runSection = action(SectionInput, saveSection);
const runTags = action(TagsInput, saveTags);
const runAddAuthor = action(AuthorInput, addAuthor);
const runRemoveAuthor = action(AuthorInput, removeAuthor);
const runDeleteDraft = action(DeleteDraftInput, deleteDraft);
const runShareWithCity = action(ShareWithCityInput, shareWithCity);
const runAsk = action(AskInput, askToShare);
const runTakeBack = action(TakeBackInput, takeRequestBack);
const runApprove = action(ApproveInput, approveSharing);
const runGiveBack = action(GiveBackInput, giveBack);
const runNarrow = action(NarrowInput, narrowToCity);
const runUnpublish = action(UnpublishInput, unpublish);

type State = ActionResult | null;
type Saved = ActionResult<{ id: string; merged?: boolean }>;

/** The draft exists; a case goes on with what happened when. */
export async function start(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runStart(null, form);
  if (!result.ok) return result;
  redirect(`/write-ups/${result.value.id}/edit${result.value.kind === "case" ? "/timeline" : ""}`);
}

/** A quick note can go out at once: who reads it comes next. */
export async function startQuick(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runQuickNote(null, form);
  if (!result.ok) return result;
  redirect(`/write-ups/${result.value.id}/share`);
}

export async function editTitle(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runTitle(null, form), form, "title");
}
export async function editTimeline(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runTimeline(null, form), form, "timeline");
}
export async function editFigures(_state: State, form: FormData): Promise<ActionResult> {
  return withRows(runFigures, form, "figures");
}
export async function editOrganisations(_state: State, form: FormData): Promise<ActionResult> {
  return withRows(runOrganisations, form, "organisations");
}
export async function editConditions(_state: State, form: FormData): Promise<ActionResult> {
  return withRows(runConditions, form, "conditions");
}
export async function editFunding(_state: State, form: FormData): Promise<ActionResult> {
  return withRows(runFunding, form, "funding");
}
export async function editSources(_state: State, form: FormData): Promise<ActionResult> {
  return withRows(runSources, form, "sources");
}
export async function editContact(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runContact(null, form), form, "contact");
}
export async function editTags(_state: State, form: FormData): Promise<ActionResult> {
  return onwards(await runTags(null, form), form, "tags");
}
export async function editSection(_state: State, form: FormData): Promise<ActionResult> {
  const result = await withTheirs(await runSection(null, form), form);
  return result.ok ? onwards(result, form, String(form.get("section"))) : result;
}

export async function addCoAuthor(_state: State, form: FormData): Promise<ActionResult> {
  return toAuthors(await runAddAuthor(null, form), "added");
}
export async function removeCoAuthor(_state: State, form: FormData): Promise<ActionResult> {
  return toAuthors(await runRemoveAuthor(null, form), "removed");
}
export async function deleteWriteUpDraft(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runDeleteDraft(null, form);
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  redirect("/");
}

export async function share(_state: State, form: FormData): Promise<ActionResult> {
  return told(await runShareWithCity(null, form), "city");
}
export async function ask(_state: State, form: FormData): Promise<ActionResult> {
  return told(await runAsk(null, form), "asked");
}
/** Whoever comes after the lead's decision finds what was decided. */
export async function takeBack(_state: State, form: FormData): Promise<ActionResult> {
  const result = await runTakeBack(null, form);
  if (!result.ok && result.code === "conflict") {
    const value = { id: String(result.values.id) };
    return told({ ok: true, value }, "decided");
  }
  return told(result, "taken-back");
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
  const merged = result.value.merged ? "&merged=yes" : "";
  if (form.get("more") !== "yes") redirect(`${path}/edit?saved=${encodeURIComponent(task)}${merged}`);
  const rows = [...form.keys()].filter((name) => /^rows\.\d+\.id$/.test(name)).length;
  redirect(`${path}/edit/${task}?rows=${rows + 1}#row-${rows}`);
}

/** Rows are saved in the order that "Move up" or "Move down" gives them; the page then says where the row is. */
async function withRows(
  run: (state: State, form: FormData) => Promise<Saved>,
  form: FormData,
  task: string,
): Promise<ActionResult> {
  const moved = form instanceof FormData ? movedRows(form) : { form, to: null };
  const result = await run(null, moved.form);
  if (!result.ok || moved.to === null) return onwards(result, moved.form, task);
  const path = `/write-ups/${result.value.id}`;
  revalidatePath(path, "layout");
  redirect(`${path}/edit/${task}?moved=${moved.to + 1}#row-${moved.to}`);
}

/** Whoever took themselves off a draft has no page of its authors any more. */
async function toAuthors(result: Saved, done: string): Promise<ActionResult> {
  if (!result.ok) return result;
  const path = `/write-ups/${result.value.id}`;
  revalidatePath(path, "layout");
  const actor = await getActor();
  const stays = actor && (await getWriteUpForEditing(actor, result.value.id));
  redirect(stays ? `${path}/edit/authors?done=${done}` : "/");
}

/**
 * Two people wrote the same section: what the other wrote comes back beside one's own words, and the next sending counts as
 * an answer to it.
 */
async function withTheirs(saved: Saved, form: FormData): Promise<Saved> {
  if (saved.ok || saved.code !== "conflict") return saved;
  const result = { ...saved, message: sentence(await getLocale(), "writing.error.bothShown") };
  // What could be put together has been; both texts are in the form already.
  if (result.values.base !== (form.get("base") ?? undefined)) return result;
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

/** The write-up's page comes again, with today's date. */
export async function confirm(_state: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runConfirm(null, form);
  if (result.ok) redirect(`/write-ups/${result.value.id}#filed`);
  return result;
}
