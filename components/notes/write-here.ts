import { newNoteId } from "@/lib/notes/client";
import { deliver, isWriting, isWritten } from "./drafts";
import { type Draft, draftsLeft } from "./note-device";
import { typedIn } from "./note-fields";
import { type Heard, type Keeping, NoteKeeper } from "./note-keeper";

export { SavedWords } from "./saved-words";

interface Place {
  form: HTMLFormElement;
  area: HTMLTextAreaElement;
  session: string;
  person: string;
}

export interface WriteHere {
  typed: () => void;
  /** The note is finished: the field is for the next one. */
  add: () => Promise<void>;
  end: () => void;
}

const NOTHING: Keeping = { device: "nothing", server: "nothing", notice: null };

/** Keeps what is typed into the field for a new note, one note after the other. */
export function writeHere({ form, area, session, person }: Place, onKeeping: (keeping: Keeping) => void): WriteHere {
  let keeper: NoteKeeper | null = null;
  const flush = () => keeper?.flush();
  addEventListener("pagehide", flush);
  sendLeft(person, session);

  const begin = (): NoteKeeper => {
    const draft: Draft = {
      ...typedIn(form),
      ...{ id: newNoteId(), aside: newNoteId(), session, person, base: "", maybe: null, body: "" },
    };
    let id = draft.id;
    const hear = (note: Heard) => made.heard(note);
    const made: NoteKeeper = new NoteKeeper(draft, {
      onState: (keeping) => keeper === made && onKeeping(keeping),
      onWords: (body) => {
        if (keeper === made) area.value = body;
      },
      onId: (next) => {
        isWriting(next, id, hear);
        id = next;
      },
    });
    isWriting(id, null, hear);
    return made;
  };

  return {
    typed() {
      if (keeper === null && area.value.trim() === "") return;
      keeper ??= begin();
      keeper.type(typedIn(form));
    },
    async add() {
      const added = keeper ?? begin();
      keeper = null;
      added.type({ ...typedIn(form), body: area.value.trim() });
      area.value = "";
      area.focus();
      onKeeping(NOTHING);
      await added.flush();
      if (added.unsent) deliver({ ...added.draft });
      isWritten(added.draft.id);
      added.end();
    },
    end() {
      removeEventListener("pagehide", flush);
      if (!keeper) return;
      keeper.flush();
      isWritten(keeper.draft.id);
      keeper.end();
    },
  };
}

/** One after the other, so that they stand in their order. */
async function sendLeft(person: string, session: string): Promise<void> {
  for (const draft of await draftsLeft(person, session)) await deliver(draft);
}
