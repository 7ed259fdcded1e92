import type { FormValues } from "@/lib/action/form-data";
import type { Fields } from "@/lib/working-copies/limits";

/** What a form says about itself, not what somebody typed. */
const OWN = new Set([
  "id",
  "version",
  "seen",
  "base",
  "section",
  "more",
  "move",
  "of",
  "theirs",
  "clashes",
  "changedBy",
]);

/** What a form holds now. Files stay where they are. */
export function fieldsIn(form: HTMLFormElement): Fields {
  return [...new FormData(form)].flatMap(
    ([name, value]): Fields =>
      name.startsWith("$ACTION") || typeof value !== "string" ? [] : [[name, value.replace(/\r\n?/g, "\n")]],
  );
}

/** Whether a text differs from what the page put there. */
export function hasTyped(form: HTMLFormElement): boolean {
  const texts = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=file])",
  );
  return [...texts].some(({ value, defaultValue }) => value !== defaultValue.replace(/\r\n?/g, "\n"));
}

export function fieldOf(fields: Fields, name: string): string {
  return fields.find(([one]) => one === name)?.[1] ?? "";
}

export function sameFields(a: Fields, b: Fields): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Whether the same was typed into two forms, whatever state of the text they were made from. Empty rows count for nothing, nor
 * do blanks at the ends, which are not saved.
 */
export function sameWords(a: Fields, b: Fields): boolean {
  return words(a) === words(b);
}

/** Whether all that stands in `before` stands in a form too, which may have gone on from there. */
export function goesOnFrom(fields: Fields, before: Fields): boolean {
  return before.every(
    ([name, value]) => isOwn(name) || fields.some(([one, now]) => one === name && now.includes(value)),
  );
}

function words(fields: Fields): string {
  const filled = new Set(fields.flatMap(([name, value]) => (isWord(name) && value !== "" ? [rowOf(name) ?? ""] : [])));
  const typed = fields.filter(([name]) => !isOwn(name) && filled.has(rowOf(name) ?? ""));
  return JSON.stringify(typed.map(([name, value]) => [name, value.trim()]));
}

function isOwn(name: string): boolean {
  return OWN.has(name.replace(/\..*$/, ""));
}

/** A list's own field, such as the phase of a new entry, is filled before anybody types. */
function isWord(name: string): boolean {
  return rowOf(name) === null || !/\.(id|phase|transferable|kind)$/.test(name);
}

function rowOf(name: string): string | null {
  return /^rows\.\d+(?=\.)/.exec(name)?.[0] ?? null;
}

/** How many rows a form needs for these fields. */
export function rowsIn(fields: Fields): number {
  return Math.max(0, ...fields.map(([name]) => Number(/^rows\.(\d+)\./.exec(name)?.[1] ?? -1) + 1));
}

/** As a form's start. A choice that has nothing chosen is said so, since the form would else begin with what was saved. */
export function asValues(fields: Fields, form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  for (const control of form.querySelectorAll<HTMLInputElement>("input[type=checkbox], input[type=radio]"))
    values[control.name] = [];
  for (const [name, value] of fields) {
    const before = values[name];
    if (before === undefined) values[name] = value;
    else values[name] = [...[before].flat(), value];
  }
  return values;
}
