"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { NotesPage } from "@/lib/notes/types";
import type { RoomProps } from "./notes-room";
import type { RoomLabels } from "./words";

interface Props {
  sessionId: string;
  labels: RoomLabels;
  locale: string;
  /** The notes as the page brought them. */
  children: React.ReactNode;
}

/** The notes as the page brought them, until they are alive: then each stroke of the others arrives. */
export function LiveNotes({ sessionId, labels, locale, children }: Props) {
  const [room, setRoom] = useState<{ Room: ComponentType<RoomProps>; first: NotesPage } | null>(null);
  useEffect(() => {
    let left = false;
    Promise.all([import("./notes-room"), import("@/lib/notes/client").then(({ loadNotes }) => loadNotes(sessionId))])
      .then(([{ NotesRoom }, first]) => !left && setRoom({ Room: NotesRoom, first }))
      // Without a line the page stays as it came.
      .catch(() => {});
    return () => {
      left = true;
    };
  }, [sessionId]);
  if (!room) return children;
  const { Room, first } = room;
  return <Room first={first} labels={labels} locale={locale} />;
}
