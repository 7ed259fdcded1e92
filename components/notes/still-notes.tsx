import { groupNotes } from "@/lib/notes/groups";
import type { NoteView } from "@/lib/notes/types";
import { NoteGroup } from "./note-group";
import { NoteItem } from "./note-item";
import type { NoteLabels } from "./words";

interface Props {
  sessionId: string;
  notes: NoteView[];
  steps: { id: string; title: string }[];
  /** Whose notes have ways to change them: everybody's with `correct`. */
  me: string;
  correct: boolean;
  write: boolean;
  general: string;
  labels: NoteLabels;
  locale: string;
  /** Of the steps' titles. */
  language: string;
}

/** The notes as the page brings them: by step, without anything that runs in the browser. */
export function StillNotes({ sessionId, notes, steps, me, correct, write, general, labels, locale, language }: Props) {
  const groups = groupNotes(notes, steps);
  const place = `/sessions/${sessionId}/notes`;
  return groups.map(({ id, notes }) => (
    <NoteGroup
      key={id ?? ""}
      title={steps.find((step) => step.id === id)?.title ?? general}
      lang={id !== null && language !== locale ? language : undefined}
    >
      {notes.map((note) => (
        <NoteItem
          key={note.id}
          note={note}
          labels={labels}
          locale={locale}
          ways={
            write &&
            (correct || note.author.id === me) && (
              <p className="small actions">
                <a className="act" href={`${place}?change=${note.id}`}>
                  {labels.change}
                </a>
                <a className="act" href={`${place}?remove=${note.id}`}>
                  {labels.remove}
                </a>
              </p>
            )
          }
        />
      ))}
    </NoteGroup>
  ));
}
