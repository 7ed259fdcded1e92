export interface MoveWords {
  /** "Move up: step 2" */
  up: string;
  down: string;
  /** What the handle is for. */
  drag: string;
}

/** Ways to move one of `count` rows: plain submit buttons that work without JavaScript, and a handle for mouse and finger. */
export function Moves({ index, count, words }: { index: number; count: number; words: MoveWords }) {
  return (
    <p className="moves">
      {index > 0 && (
        <button name="move" value={`up-${index}`}>
          <Arrow />
          <span className="vh">{words.up}</span>
        </button>
      )}
      {index < count - 1 && (
        <button name="move" value={`down-${index}`}>
          <Arrow down />
          <span className="vh">{words.down}</span>
        </button>
      )}
      <span className="grip" data-row={index} title={words.drag} aria-hidden="true">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 8h16M4 12h16M4 16h16" />
        </svg>
      </span>
    </p>
  );
}

function Arrow({ down }: { down?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={down ? "M12 5v14m-6-6 6 6 6-6" : "M12 19V5m-6 6 6-6 6 6"} />
    </svg>
  );
}
