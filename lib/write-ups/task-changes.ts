import "server-only";
import { eq } from "drizzle-orm";
import { writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { AppError, fieldError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { renderMarkdown } from "@/lib/text/markdown";
import { comparePartialDates } from "@/lib/time/partial-date";
import { placeCrisis } from "./crises";
import type { Document, Funding, Kind, Observation, SectionAudience, SectionKey, TimelineEntry } from "./document";
import { allSections } from "./empty-document";
import { sourceRows } from "./entry-sources";
import { saveTask } from "./mutations";
import type {
  ConditionsInput,
  ContactInput,
  FiguresInput,
  FundingInput,
  OrganisationsInput,
  SectionInput,
  SectionWords,
  SourcesInput,
  TagsInput,
  TimelineInput,
  TitleInput,
} from "./schema";
import type { Subject } from "./subject";
import { isSection, isTask, type TaskKey } from "./tasks";

export function saveTitle(
  actor: Actor,
  { title, card, crisis, startedOn, endedOn, beganOn, firstActionOn, ...input }: TitleInput,
) {
  return saveTask(actor, input, only("title"), async (document, { tx, subject }) => {
    if (subject.kind === "case" && crisis !== "" && crisis !== subject.crisisId) {
      const placed = await placeCrisis(tx, actor, crisis);
      await tx.update(writeUps).set({ crisisId: placed.id }).where(eq(writeUps.id, subject.id));
    }
    return { ...document, title, card, startedOn, endedOn, beganOn, firstActionOn };
  });
}

export function saveTimeline(actor: Actor, { rows, ...input }: TimelineInput) {
  return saveTask(actor, input, only("timeline"), (document) => {
    const placed = sourceRows<TimelineEntry>(document, rows, document.timeline, newId);
    const timeline = withIds(placed.rows, document.timeline);
    timeline.sort((a, b) => comparePartialDates(a.date, b.date));
    return { ...document, timeline, sources: placed.sources };
  });
}

export function saveFigures(actor: Actor, { rows, ...input }: FiguresInput) {
  return saveTask(actor, input, only("figures"), (document) => {
    const known = new Map(document.observations.map((one) => [one.id, one]));
    const typed = rows.map((row) => ({ ...row, measures: known.get(row.id)?.measures ?? sameThing(row, rows) }));
    const placed = sourceRows<Observation>(document, typed, document.observations, newId);
    return { ...document, observations: withIds(placed.rows, document.observations), sources: placed.sources };
  });
}

export function saveOrganisations(actor: Actor, { rows, markdown, why, by, ...input }: OrganisationsInput) {
  return saveTask(actor, input, only("organisations"), (document, { subject }) => {
    const organisations = withIds(rows, document.organisations);
    const next = { ...document, organisations };
    return subject.kind === "case" ? withWords(subject.kind, next, "who-did-what", { markdown, why, by }) : next;
  });
}

export function saveConditions(actor: Actor, { rows, markdown, why, by, ...input }: ConditionsInput) {
  return saveTask(actor, input, only("conditions"), (document, { subject }) => {
    const buildingBlocks = withIds(rows, document.buildingBlocks);
    return withWords(subject.kind, { ...document, buildingBlocks }, "conditions", { markdown, why, by });
  });
}

/** A section of text. Who reads it can be chosen for what did not work only. */
export function saveSection(actor: Actor, { section, markdown, why, by, audience, ...input }: SectionInput) {
  const keyOf = ({ kind }: Subject) => {
    if (!isTask(kind, section) || !isSection(kind, section)) throw fieldError("section", "errors.field.invalid");
    return section;
  };
  return saveTask(actor, input, keyOf, (document, { subject }) => {
    const key = keyOf(subject);
    return withWords(
      subject.kind,
      document,
      key,
      { markdown, why, by },
      key === "what-did-not-work" ? audience : undefined,
    );
  });
}

export function saveTags(
  actor: Actor,
  { policyAreas, themes, targetGroups, sdgs, maturity, scale, participation, ...input }: TagsInput,
) {
  return saveTask(actor, input, only("tags"), (document) => ({
    ...document,
    policyAreas,
    themes,
    targetGroups,
    sdgs,
    maturity,
    scale,
    participation,
  }));
}

export function saveFunding(actor: Actor, { rows, ...input }: FundingInput) {
  return saveTask(actor, input, only("funding"), (document) => {
    const placed = sourceRows<Funding>(document, rows, document.funding, newId);
    return { ...document, funding: withIds(placed.rows, document.funding), sources: placed.sources };
  });
}

/** Every source with what is known of it. Who named one that is gone names none. */
export function saveSources(actor: Actor, { rows, ...input }: SourcesInput) {
  return saveTask(actor, input, only("sources"), (document) => {
    const sources = withIds(rows, document.sources);
    const kept = new Set(sources.map(({ id }) => id));
    const named = <E extends { sourceId: string | null }>(entries: E[]) =>
      entries.map((entry) =>
        entry.sourceId === null || kept.has(entry.sourceId) ? entry : { ...entry, sourceId: null },
      );
    const { timeline, observations, funding } = document;
    return {
      ...document,
      sources,
      timeline: named(timeline),
      observations: named(observations),
      funding: named(funding),
    };
  });
}

/** Whom to ask. A case also says that somebody has looked that nobody can be recognised. */
export function saveContact(actor: Actor, { name, email, nobodyRecognisable, ...input }: ContactInput) {
  return saveTask(actor, input, only("contact"), (document, { subject }) => ({
    ...document,
    contact: name !== "" || email !== null ? { name, email } : null,
    nobodyRecognisable: subject.kind === "case" && nobodyRecognisable,
  }));
}

/** A task that this template has; a practice has no timeline. */
function only(task: TaskKey) {
  return ({ kind }: Subject): TaskKey => {
    if (!isTask(kind, task)) throw new AppError("not_found");
    return task;
  };
}

/** Words make a section; without words stands why there are none. HTML is made here, once. */
function withWords(
  kind: Kind,
  document: Document,
  key: SectionKey,
  { markdown, why, by }: SectionWords,
  audience?: SectionAudience,
): Document {
  const empty = markdown === "" && why !== null ? { why, by: why === "will-follow" ? by : null } : null;
  const sections = allSections(kind, document).map((section) =>
    section.key === key
      ? { ...section, markdown, html: renderMarkdown(markdown), empty, audience: audience ?? section.audience }
      : section,
  );
  return { ...document, sections };
}

/** An entry that was there keeps its id; a new one, or one that names an id of something else, gets its own. */
function withIds<R extends { id: string }>(rows: R[], before: readonly { id: string }[]): R[] {
  const free = new Set(before.map(({ id }) => id));
  return rows.map((row) => ({ ...row, id: free.delete(row.id) ? row.id : newId() }));
}

/** Figures with the same words and unit count the same thing, and stand side by side. */
function sameThing(row: { label: string; unit: string }, rows: { label: string; unit: string }[]): string | null {
  const name = ({ label, unit }: { label: string; unit: string }) => `${label} ${unit}`.trim().toLowerCase();
  return rows.filter((other) => name(other) === name(row)).length > 1 ? name(row) : null;
}
