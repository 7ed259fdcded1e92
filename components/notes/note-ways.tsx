import type { RoomLabels } from "./words";

interface Props {
  /** Where the same is done without JavaScript. */
  place: string;
  id: string;
  /** Whether to remove it is being asked. */
  asks: boolean;
  labels: RoomLabels;
  ask: (what: "change" | "remove" | null) => void;
  remove: () => void;
}

/** Change or remove: links that act here. What goes for good is asked once more. */
export function NoteWays({ place, id, asks, labels, ask, remove }: Props) {
  if (asks)
    return (
      <div className="note" role="alert">
        <p>{labels.removeAsk}</p>
        <p className="actions">
          <button type="button" className="button quiet" onClick={remove}>
            {labels.removeYes}
          </button>
          <button type="button" className="button quiet" onClick={() => ask(null)}>
            {labels.removeNo}
          </button>
        </p>
      </div>
    );
  const way = (what: "change" | "remove") => (
    <a
      className="act"
      href={`${place}?${what}=${id}`}
      onClick={(event) => {
        event.preventDefault();
        ask(what);
      }}
    >
      {labels.note[what]}
    </a>
  );
  return (
    <p className="small actions">
      {way("change")}
      {way("remove")}
    </p>
  );
}
