import type { View } from "@/lib/live/topics";
import { cityName } from "@/lib/sessions/city-name";
import { formatClock, formatShortDay } from "@/lib/time/format";
import { dateIn } from "@/lib/time/wall";
import type { Note, NoteView } from "./types";

/** A note in the reader's language and clock; with its day when that is not the session's. */
export function noteView(note: Note, startsAt: Date, { locale, zone }: View): NoteView {
  const { id, stepId, kind, language, version, author, changedBy, removedBy, createdAt, city } = note;
  const time = formatClock(createdAt, zone, locale);
  const sameDay = dateIn(createdAt, zone) === dateIn(startsAt, zone);
  return {
    id,
    stepId,
    kind,
    language,
    body: note.body.trim(),
    version,
    author,
    city: city && { code: city.code, name: cityName(city, locale), accent: city.accent },
    clock: sameDay ? time : `${formatShortDay(createdAt, zone, locale)}, ${time}`,
    changedBy,
    removedBy,
  };
}
