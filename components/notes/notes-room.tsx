import { useState } from "react";
import { sendRemoval } from "@/lib/notes/actions";
import { groupNotes } from "@/lib/notes/groups";
import type { NotesPage, NoteView } from "@/lib/notes/types";
import { useDrafts } from "./drafts";
import { NoteEditor } from "./note-editor";
import { NoteGroup } from "./note-group";
import { NoteItem } from "./note-item";
import { NoteWays } from "./note-ways";
import { Came, WhoIsHere } from "./room-words";
import { useNotes } from "./use-notes";
import type { RoomLabels } from "./words";

export interface RoomProps {
  first: NotesPage;
  labels: RoomLabels;
  locale: string;
}

/** The notes of a session while they are written. */
export function NotesRoom({ first, labels, locale }: RoomProps) {
  const { page, here, came } = useNotes(first);
  const { writing, waiting } = useDrafts();
  const [open, setOpen] = useState<{ id: string; what: "change" | "remove" } | null>(null);
  const { sessionId, me, abilities, steps, language } = page;
  const shown = page.notes.filter(
    ({ id, body, removedBy }) => open?.id === id || (!writing.has(id) && (body !== "" || removedBy !== null)),
  );
  const groups = groupNotes(shown, steps);

  async function remove(id: string) {
    const form = new FormData();
    form.set("id", id);
    form.set("session", sessionId);
    await sendRemoval(form);
    setOpen(null);
  }

  function ways(note: NoteView) {
    if (!abilities.write || (!abilities.correct && note.author.id !== me)) return null;
    const asked = open?.id === note.id ? open.what : null;
    return (
      <NoteWays
        place={`/sessions/${sessionId}/notes`}
        id={note.id}
        asks={asked === "remove"}
        labels={labels}
        ask={(what) => setOpen(what && { id: note.id, what })}
        remove={() => remove(note.id)}
      />
    );
  }

  return (
    <>
      <WhoIsHere here={here} labels={labels} />
      {groups.length === 0 && waiting.length === 0 && <p className="muted">{labels.empty}</p>}
      {groups.map(({ id, notes }) => (
        <NoteGroup
          key={id ?? ""}
          title={steps.find((step) => step.id === id)?.title ?? labels.general}
          lang={id !== null && language !== locale ? language : undefined}
        >
          {notes.map((note) => (
            <NoteItem
              key={note.id}
              note={note}
              labels={labels.note}
              locale={locale}
              ways={ways(note)}
              open={
                open?.id === note.id && open.what === "change" ? (
                  <NoteEditor note={note} session={sessionId} person={me} labels={labels} close={() => setOpen(null)} />
                ) : undefined
              }
            />
          ))}
        </NoteGroup>
      ))}
      {waiting.length > 0 && (
        <NoteGroup title={labels.unsent}>
          {waiting.map(({ id, body }) => (
            <li key={id}>
              <span />
              <p className="typed muted">{body}</p>
            </li>
          ))}
        </NoteGroup>
      )}
      <Came came={came} me={me} labels={labels} />
    </>
  );
}
