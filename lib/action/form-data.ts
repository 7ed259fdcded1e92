/** Field name → what was typed; a name that occurs more than once has a list. */
export type FormValues = Record<string, string | string[]>;

/** Text fields of a form, without those the framework adds. Files are not text and are left out. */
export function fieldsOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, value] of form.entries()) {
    if (name.startsWith("$ACTION") || typeof value !== "string") continue;
    const before = values[name];
    if (before === undefined) values[name] = value;
    else values[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return values;
}

type Tree = { [key: string]: Tree | string | string[] };

/**
 * "timeline.0.date" → { timeline: [{ date }] }, and "cities[]" is always a list. Gaps in a numbered list close, so that a
 * removed row leaves no hole.
 */
export function nest(values: FormValues): unknown {
  const root: Tree = {};
  for (const [name, value] of Object.entries(values)) {
    const isList = name.endsWith("[]");
    const path = (isList ? name.slice(0, -2) : name).split(".");
    let node = root;
    for (const part of path.slice(0, -1)) {
      const next = Object.hasOwn(node, part) ? node[part] : undefined;
      if (typeof next === "object" && !Array.isArray(next)) node = next;
      else node = node[part] = Object.create(null) as Tree;
    }
    const last = path.at(-1) ?? name;
    node[last] = isList ? [value].flat() : Array.isArray(value) ? (value.at(-1) ?? "") : value;
  }
  return listed(root);
}

function listed(node: Tree | string | string[]): unknown {
  if (typeof node !== "object" || Array.isArray(node)) return node;
  const keys = Object.keys(node);
  const numbered = keys.length > 0 && keys.every((key) => /^\d{1,3}$/.test(key));
  if (numbered) return keys.sort((a, b) => Number(a) - Number(b)).map((key) => listed(node[key] ?? ""));
  return Object.fromEntries(keys.map((key) => [key, listed(node[key] ?? "")]));
}
