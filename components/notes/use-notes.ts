import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { listenTo } from "@/components/live/listen";
import { CATCH_UP, HERE, type HereNews, type News } from "@/lib/live/events";
import { loadNotes } from "@/lib/notes/client";
import type { NotesNews } from "@/lib/notes/topics";
import type { NotesPage, NoteView } from "@/lib/notes/types";
import { tellDrafts } from "./drafts";

export interface LivePage {
  page: NotesPage;
  here: { count: number; names: string[] } | null;
  /** Notes of others that came since the page is open, for those who listen. */
  came: NoteView[];
}

/** The notes of a session as they change. The field in which one writes stays where it is on the screen. */
export function useNotes(first: NotesPage): LivePage {
  const [page, setPage] = useState(first);
  const [here, setHere] = useState<LivePage["here"]>(null);
  const [came, setCame] = useState<NoteView[]>([]);
  const anchor = useRef<{ field: Element; top: number } | null>(null);
  const { sessionId } = first;

  useEffect(() => {
    let reading: ReturnType<typeof setTimeout> | undefined;
    const hold = () => {
      const field = document.activeElement;
      const writes = field?.matches("textarea, input, select") && field.closest("[data-notes]");
      anchor.current = field && writes ? { field, top: field.getBoundingClientRect().top } : null;
    };
    const leave = listenTo(`notes:${sessionId}`, (news: News) => {
      if (news.kind === HERE) return setHere(news as HereNews);
      if (news.kind === "notes") {
        const { notes } = news as unknown as NotesNews;
        hold();
        tellDrafts(notes);
        setPage((before) => withNotes(before, notes));
        return setCame(notes);
      }
      if (news.kind !== CATCH_UP) return;
      clearTimeout(reading);
      reading = setTimeout(
        async () => {
          const fresh = await loadNotes(sessionId).catch(() => null);
          if (!fresh) return;
          hold();
          setPage((before) => withNotes(fresh, before.notes));
        },
        Math.random() * (news.within ?? 0),
      );
    });
    return () => {
      clearTimeout(reading);
      leave();
    };
  }, [sessionId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of what stands above the field
  useLayoutEffect(() => {
    const { field, top } = anchor.current ?? {};
    if (field && top !== undefined) scrollBy({ top: field.getBoundingClientRect().top - top, behavior: "instant" });
    anchor.current = null;
  }, [page]);

  return { page, here, came };
}

/** Each note once, in its newest state. */
function withNotes(page: NotesPage, news: readonly NoteView[]): NotesPage {
  const notes = new Map(page.notes.map((note) => [note.id, note]));
  for (const note of news) {
    const known = notes.get(note.id);
    // What is told to all does not say who wrote it where nobody is named; whoever wrote it knows.
    const id = note.author.id || (known?.author.id ?? "");
    if ((known?.version ?? 0) < note.version) notes.set(note.id, { ...note, author: { ...note.author, id } });
  }
  return { ...page, notes: [...notes.values()] };
}
