import { useEffect, useRef, useState } from "react";
import type { NoteView } from "@/lib/notes/types";
import type { LivePage } from "./use-notes";
import { fill, type RoomLabels } from "./words";

/** As many names as stand in a line or two. */
const NAMES = 12;
/** Who listens hears of new notes together, not of each. */
const PATIENCE = 4000;

/** Who has the page open at this moment. */
export function WhoIsHere({ here, labels }: { here: LivePage["here"]; labels: RoomLabels }) {
  if (!here) return null;
  if (here.count <= 1) return <p className="small muted">{labels.hereOne}</p>;
  const names = here.names.slice(0, NAMES).join(", ");
  const more = here.count > Math.min(here.names.length, NAMES) ? ` ${labels.more}` : "";
  return (
    <p className="small muted">
      {fill(labels.here, { count: here.count })} {names}
      {more}
    </p>
  );
}

/** Says that others added notes: politely, each once, and not what is in them. */
export function Came({ came, me, labels }: { came: NoteView[]; me: string; labels: RoomLabels }) {
  const [sentence, setSentence] = useState("");
  const known = useRef(new Set<string>());
  const waiting = useRef<NoteView[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    for (const note of came) {
      if (note.author.id === me || note.removedBy !== null || known.current.has(note.id)) continue;
      known.current.add(note.id);
      waiting.current.push(note);
    }
    if (waiting.current.length === 0 || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const [first, ...more] = waiting.current.splice(0);
      if (first)
        setSentence(
          more.length === 0
            ? fill(labels.news, { name: first.author.name })
            : fill(labels.newsMany, { count: more.length + 1 }),
        );
    }, PATIENCE);
  }, [came, me, labels]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <p className="vh" role="status">
      {sentence}
    </p>
  );
}
