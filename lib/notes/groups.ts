interface Placed {
  stepId: string | null;
}

export interface Group<N> {
  /** Null: the session as a whole. */
  id: string | null;
  notes: N[];
}

/** Notes under their steps in the order of the agenda, what is about the whole at the end; a step without notes is left out. */
export function groupNotes<N extends Placed>(notes: readonly N[], steps: readonly { id: string }[]): Group<N>[] {
  const known = new Set(steps.map(({ id }) => id));
  const placeOf = ({ stepId }: N) => (stepId !== null && known.has(stepId) ? stepId : null);
  return [...steps.map(({ id }) => id), null]
    .map((id) => ({ id, notes: notes.filter((note) => placeOf(note) === id) }))
    .filter((group) => group.notes.length > 0);
}
