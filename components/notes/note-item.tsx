import { City } from "@/components/ui/plate";
import type { NoteView } from "@/lib/notes/types";
import { fill, type NoteLabels } from "./words";

interface Props {
  note: NoteView;
  labels: NoteLabels;
  /** The interface's language: a note in another one says which. */
  locale: string;
  /** Ways to change it, or what is open instead of it. */
  ways?: React.ReactNode;
  open?: React.ReactNode;
}

/** A note as it is read: the city, what it is, the words, when and by whom. */
export function NoteItem({ note, labels, locale, ways, open }: Props) {
  const { city, kind, body, language, author, clock, changedBy, removedBy } = note;
  return (
    <li id={`note-${note.id}`}>
      {city ? <City city={city} quiet /> : <span />}
      <div>
        {removedBy !== null ? (
          <p className="small muted">{removedBy ? fill(labels.removed, { name: removedBy }) : labels.removedOne}</p>
        ) : (
          (open ?? (
            <>
              {kind !== "note" && <p className="label">{labels.kinds[kind]}</p>}
              <p className="typed" lang={language === locale ? undefined : language}>
                {body}
              </p>
              <p className="small muted">
                {author.name ? fill(labels.by, { clock, name: author.name }) : clock}
                {changedBy !== null && `, ${fill(labels.changedBy, { name: changedBy })}`}
              </p>
              {ways}
            </>
          ))
        )}
      </div>
    </li>
  );
}
