"use client";

import { useCallback, useState } from "react";
import { createPortal } from "react-dom";
import { type KeptStart, keepStart } from "./keep-start";
import { momentHere } from "./moment-here";
import { fillLabel, type KeeperLabels, SavedLine } from "./saved-line";
import { type Begin, useKept } from "./use-kept";

interface Props {
  /** What is begun, or which note it is: each is kept by itself. */
  kind: string;
  /** Who types. */
  person: string;
  labels: KeeperLabels;
  /** The id of the element, outside the fields, in which it says what is saved where. */
  place: string;
}

/** Keeps what is typed into a form of which the server has no draft, on this device, and brings it back. */
export function StartKeeper({ kind, person, labels, place }: Props) {
  const [put, setPut] = useState<Date | null>(null);
  const begin = useCallback<Begin<KeptStart>>(
    (form, told) => keepStart(form, kind, person, { ...told, onPut: setPut }),
    [kind, person],
  );
  const { mark, kept, saved, line } = useKept(place, begin);

  return (
    <>
      <span hidden ref={mark} />
      {put && (
        <div className="note stack">
          <p role="status">{fillLabel(labels.put, { when: momentHere(put) })}</p>
          <p className="actions">
            <button type="button" className="button quiet" onClick={() => kept.current?.drop()}>
              {labels.drop}
            </button>
          </p>
        </div>
      )}
      {line && saved && createPortal(<SavedLine saved={saved} labels={labels} />, line)}
    </>
  );
}
