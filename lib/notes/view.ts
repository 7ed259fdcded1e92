import type { View } from "@/lib/live/topics";
import { mayName } from "@/lib/minutes/told";
import { cityName } from "@/lib/sessions/city-name";
import type { CONFIDENTIALITY, SessionStatus } from "@/lib/sessions/limits";
import { formatClock, formatShortDay } from "@/lib/time/format";
import { dateIn } from "@/lib/time/wall";
import type { Note, NoteView } from "./types";

/** Where a note was written: its clocks count from there, and its rule says who may be named. */
export interface NotePlace {
  startsAt: Date;
  status: SessionStatus;
  confidentiality: (typeof CONFIDENTIALITY)[number];
}

/**
 * A note in the reader's language and clock; with its day when that is not the session's. Once a session is held that said
 * "use it, don't name it", nobody and no city is named, nor told by an id: but `reader` knows what they wrote themselves.
 */
export function noteView(note: Note, place: NotePlace, { locale, zone }: View, reader?: string): NoteView {
  const named = place.status !== "held" || mayName(place);
  const { id, stepId, kind, language, version, author, changedBy, removedBy, createdAt, city } = note;
  const time = formatClock(createdAt, zone, locale);
  const sameDay = dateIn(createdAt, zone) === dateIn(place.startsAt, zone);
  return {
    id,
    stepId,
    kind,
    language,
    body: note.body.trim(),
    version,
    author: named ? author : { id: author.id === reader ? author.id : "", name: "" },
    city: !named || city === null ? null : { code: city.code, name: cityName(city, locale), accent: city.accent },
    clock: sameDay ? time : `${formatShortDay(createdAt, zone, locale)}, ${time}`,
    changedBy: named ? changedBy : null,
    removedBy: named ? removedBy : removedBy && "",
  };
}
