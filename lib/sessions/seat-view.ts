import type { InvitedCity, SessionView } from "./types";

export interface SeatView {
  capacity: number;
  /** The cities for which a seat is still held, and until when. */
  held: InvitedCity[];
  heldUntil: Date | null;
  /** Nobody of the reader's city would get a seat now. */
  full: boolean;
  /** The reader's place among those who wait, from 1; null for who does not. */
  place: number | null;
}

/** How the seats stand for the reader; null when there are as many as come. */
export function seatsFor(session: SessionView): SeatView | null {
  const { capacity, seatsTaken, seatsHeldUntil, cities, waiting, myId, myWorkspaceIds, now } = session;
  if (capacity === null) return null;
  const holds = seatsHeldUntil !== null && seatsHeldUntil > now;
  const held = holds ? cities.filter(({ going }) => going.length === 0) : [];
  const mine = held.some(({ id }) => myWorkspaceIds.includes(id));
  const place = waiting.findIndex(({ id }) => id === myId) + 1;
  return {
    capacity,
    held,
    heldUntil: held.length > 0 ? seatsHeldUntil : null,
    full: seatsTaken >= capacity || (!mine && seatsTaken + held.length >= capacity),
    place: place || null,
  };
}
