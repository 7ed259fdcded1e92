"use client";

import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useFormState } from "@/components/ui/form";
import type { SavedState } from "./autosave";
import { type KeptStart, keepStart } from "./keep-start";
import { momentHere } from "./moment-here";
import { fillLabel, type KeeperLabels, SavedLine } from "./saved-line";

interface Props {
  /** What is begun: each kind is kept by itself. */
  kind: string;
  /** Who types. */
  person: string;
  labels: KeeperLabels;
  /** The id of the element, outside the fields, in which it says what is saved where. */
  place: string;
}

/** Keeps what is typed into a form of which there is no draft yet, on this device, and brings it back. */
export function StartKeeper({ kind, person, labels, place }: Props) {
  const mark = useRef<HTMLSpanElement>(null);
  const kept = useRef<KeptStart | null>(null);
  const { fill, pending } = useFormState();
  const filling = useRef(fill);
  filling.current = fill;
  const [saved, setSaved] = useState<SavedState | null>(null);
  const [put, setPut] = useState<Date | null>(null);
  const [line, setLine] = useState<Element | null>(null);

  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    setLine(document.getElementById(place));
    kept.current = keepStart(form, kind, person, {
      fill: (values) => filling.current(values),
      onSaved: setSaved,
      onPut: setPut,
    });
    return () => kept.current?.end();
  }, [kind, person, place]);

  const was = useRef(false);
  useEffect(() => {
    if (was.current && !pending) kept.current?.returned();
    was.current = pending;
  }, [pending]);

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
