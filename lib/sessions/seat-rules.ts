export interface Room {
  /** Null: as many as come. */
  capacity: number | null;
  /** One seat is held for each of these cities that has none yet. */
  heldFor: readonly string[];
}

export interface Guest {
  personId: string;
  /** The invited cities that the person belongs to: none for a facilitator. */
  cities: readonly string[];
}

/** The cities whose seat is still held: nobody of theirs has one. */
export function citiesHeld(room: Room, going: readonly Guest[]): string[] {
  const seated = new Set(going.flatMap((guest) => guest.cities));
  return room.heldFor.filter((city) => !seated.has(city));
}

/** A held seat counts as taken, except for the people it is held for. */
export function hasSeat(room: Room, going: readonly Guest[], guest: Guest): boolean {
  if (room.capacity === null) return true;
  if (going.length >= room.capacity) return false;
  const held = citiesHeld(room, going);
  return guest.cities.some((city) => held.includes(city)) || going.length + held.length < room.capacity;
}

/** Who of those that wait, first come first, gets a seat now. */
export function promoted(room: Room, going: readonly Guest[], waiting: readonly Guest[]): Guest[] {
  const seated = [...going];
  const left = [...waiting];
  for (;;) {
    const next = left.findIndex((guest) => hasSeat(room, seated, guest));
    const [guest] = next < 0 ? [] : left.splice(next, 1);
    if (!guest) return seated.slice(going.length);
    seated.push(guest);
  }
}
