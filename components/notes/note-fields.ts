import { NOTE_KINDS } from "@/lib/notes/limits";
import type { Typed } from "./note-keeper";

/** What stands in the form of a note. */
export function typedIn(form: HTMLFormElement): Typed {
  const fields = new FormData(form);
  const value = (name: string) => String(fields.get(name) ?? "").replace(/\r\n?/g, "\n");
  return {
    body: value("body"),
    step: value("step") || null,
    kind: NOTE_KINDS.find((kind) => kind === value("kind")) ?? "note",
    language: value("language"),
  };
}
