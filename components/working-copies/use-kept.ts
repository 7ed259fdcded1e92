import { useEffect, useRef, useState } from "react";
import { useFormState } from "@/components/ui/form";
import type { FormValues } from "@/lib/action/form-data";
import type { SavedState } from "./autosave";

interface Told {
  fill: (values: FormValues) => void;
  onSaved: (saved: SavedState | null) => void;
}

/** Starts to keep what is typed into a form. Made once for each form: another one begins anew. */
export type Begin<K> = (form: HTMLFormElement, told: Told) => K;

/**
 * Goes with the form around `mark` while somebody has it open: `begin` keeps what is typed there, and says where it is saved in
 * the element `line`.
 */
export function useKept<K extends { returned: () => void; end: () => void }>(place: string, begin: Begin<K>) {
  const mark = useRef<HTMLSpanElement>(null);
  const kept = useRef<K | null>(null);
  const { fill, pending } = useFormState();
  const filling = useRef(fill);
  filling.current = fill;
  const [saved, setSaved] = useState<SavedState | null>(null);
  const [line, setLine] = useState<Element | null>(null);

  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    setLine(document.getElementById(place));
    kept.current = begin(form, { fill: (values) => filling.current(values), onSaved: setSaved });
    return () => kept.current?.end();
  }, [begin, place]);

  const was = useRef(false);
  useEffect(() => {
    if (was.current && !pending) kept.current?.returned();
    was.current = pending;
  }, [pending]);

  return { mark, kept, saved, line };
}
