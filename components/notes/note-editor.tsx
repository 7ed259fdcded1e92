import { useEffect, useId, useRef, useState } from "react";
import { newNoteId } from "@/lib/notes/client";
import type { NoteView } from "@/lib/notes/types";
import { KindChoices } from "./kind-choices";
import { typedIn } from "./note-fields";
import { type Keeping, NoteKeeper } from "./note-keeper";
import { SavedWords } from "./saved-words";
import type { RoomLabels } from "./words";

interface Props {
  note: NoteView;
  session: string;
  person: string;
  labels: RoomLabels;
  close: () => void;
}

const NOTHING: Keeping = { device: "nothing", server: "nothing", notice: null };

/** A note in the list, open to be changed: kept while it is typed, put together with what others change. */
export function NoteEditor({ note, session, person, labels, close }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const keeper = useRef<NoteKeeper | null>(null);
  const [keeping, setKeeping] = useState(NOTHING);
  const id = useId();
  const start = useRef(note);
  const { body, removedBy, version } = note;

  useEffect(() => {
    const area = form.current?.querySelector("textarea");
    if (!area) return;
    const { id, body, stepId: step, kind, language, version } = start.current;
    const draft = { id, aside: newNoteId(), session, person, step, kind, language, base: body, body, maybe: null };
    const onWords = (words: string) => {
      area.value = words;
    };
    const made = new NoteKeeper(draft, { onState: setKeeping, onWords, onId: () => {} }, version);
    keeper.current = made;
    addEventListener("pagehide", made.flush);
    area.focus();
    return () => {
      removeEventListener("pagehide", made.flush);
      made.flush();
      made.end();
    };
  }, [session, person]);

  useEffect(() => keeper.current?.heard({ body, removedBy, version }), [body, removedBy, version]);

  return (
    <form
      ref={form}
      className="stack"
      onInput={() => form.current && keeper.current?.type(typedIn(form.current))}
      onSubmit={async (event) => {
        event.preventDefault();
        await keeper.current?.flush();
        if (!keeper.current?.unsent) close();
      }}
    >
      <input type="hidden" name="step" value={note.stepId ?? ""} />
      <input type="hidden" name="language" value={note.language} />
      <div className="field">
        <label htmlFor={id}>{labels.changeLabel}</label>
        <textarea className="input" id={id} name="body" rows={3} defaultValue={body} lang={note.language} />
      </div>
      <KindChoices legend={labels.what} kinds={labels.note.kinds} chosen={note.kind} />
      <div className="actions">
        <button className="button quiet">{labels.done}</button>
        <SavedWords keeping={keeping} labels={labels.keep} />
      </div>
    </form>
  );
}
