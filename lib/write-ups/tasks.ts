import { type Document, type Kind, SECTIONS, type SectionKey } from "./document";
import { TIMELINE_MIN } from "./limits";

/** A task of the guided template: a group of facts, or one section of text. */
export type TaskKey =
  | "title"
  | "timeline"
  | "figures"
  | "organisations"
  | "funding"
  | "sources"
  | "tags"
  | "contact"
  | SectionKey;
export type TaskState = "done" | "in-progress" | "not-started";

/** The tasks of a template, in the order in which they are easiest to answer. */
export const TASKS: Record<Kind, readonly TaskKey[]> = {
  case: [
    "title",
    "timeline",
    "figures",
    "organisations",
    ...textTasks("case"),
    "funding",
    "sources",
    "tags",
    "contact",
  ],
  practice: ["title", "figures", "organisations", ...textTasks("practice"), "funding", "sources", "tags", "contact"],
};

/** "Who did what" of a case is written beside its organisations. */
function textTasks(kind: Kind): SectionKey[] {
  return SECTIONS[kind].filter((key) => key !== "who-did-what");
}

export function isTask(kind: Kind, task: string): task is TaskKey {
  return TASKS[kind].some((key) => key === task);
}

export function isSection(kind: Kind, task: TaskKey): task is SectionKey {
  return SECTIONS[kind].some((key) => key === task);
}

export function taskState(kind: Kind, document: Document, task: TaskKey): TaskState {
  switch (task) {
    case "title":
      return of([document.title !== "", document.card !== ""]);
    case "timeline":
      return of([document.timeline.length > 0, document.timeline.length >= TIMELINE_MIN]);
    case "figures":
      return of([
        document.observations.length > 0,
        document.observations.length > 0 && document.observations.every(({ sourceId }) => sourceId !== null),
      ]);
    case "organisations":
      return of([
        document.organisations.length > 0,
        ...(kind === "case" ? [answer(document, "who-did-what") === "done"] : []),
      ]);
    case "conditions":
      return document.buildingBlocks.length > 0 && answer(document, task) === "not-started"
        ? "in-progress"
        : answer(document, task);
    case "tags":
      return of([
        document.policyAreas.length > 0,
        document.themes.length > 0,
        ...(hasOtherTags(document) ? [true] : []),
      ]);
    case "funding":
      return of([document.funding.length > 0, document.funding.some(({ amount }) => amount !== null)]);
    case "sources":
      return of([
        document.sources.length > 0,
        document.sources.length > 0 &&
          document.sources.every(({ url, publisher }) => url !== null || publisher !== null),
      ]);
    case "contact":
      return of([document.contact !== null, ...(kind === "case" ? [document.nobodyRecognisable] : [])]);
    default:
      return answer(document, task);
  }
}

const MINUTES: Partial<Record<TaskKey, number>> = {
  title: 2,
  timeline: 4,
  funding: 3,
  sources: 3,
  tags: 2,
  contact: 1,
  "what-did-not-work": 8,
};

/** How long a task takes somebody who knows the matter. */
export function minutesFor(task: TaskKey): number {
  return MINUTES[task] ?? 5;
}

/** What is not done yet takes about so long; of what was begun, half is left. Nobody knows it to the minute. */
export function minutesLeft(kind: Kind, document: Document): number {
  const share = { done: 0, "in-progress": 0.5, "not-started": 1 };
  const left = TASKS[kind].map((task) => minutesFor(task) * share[taskState(kind, document, task)]);
  const all = left.reduce((sum, minutes) => sum + minutes, 0);
  return all > 15 ? Math.round(all / 5) * 5 : Math.ceil(all);
}

/** The first task that is not done, after `task` if there is one, else from the start. */
export function nextTask(kind: Kind, document: Document, task?: TaskKey): TaskKey | null {
  const all = TASKS[kind];
  const at = task === undefined ? 0 : all.indexOf(task) + 1;
  return [...all.slice(at), ...all.slice(0, at)].find((key) => taskState(kind, document, key) !== "done") ?? null;
}

function of(parts: boolean[]): TaskState {
  if (parts.every(Boolean)) return "done";
  return parts.some(Boolean) ? "in-progress" : "not-started";
}

function hasOtherTags({ targetGroups, sdgs, maturity, scale, participation }: Document): boolean {
  return targetGroups.length > 0 || sdgs.length > 0 || [maturity, scale, participation].some(Boolean);
}

/** A section that will follow is not done; one that says why it stays empty is. */
function answer(document: Document, key: SectionKey): TaskState {
  const section = document.sections.find((one) => one.key === key);
  if (section?.markdown) return "done";
  if (!section?.empty) return "not-started";
  return section.empty.why === "will-follow" ? "in-progress" : "done";
}
