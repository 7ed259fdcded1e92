"use client";

import { useFormState } from "@/components/ui/form";
import { NOTE_KINDS, type NoteKind } from "@/lib/notes/limits";

interface Props {
  legend: string;
  kinds: Record<NoteKind, string>;
  chosen: NoteKind;
}

/** What a note is: all kinds in sight, without a heading for the eye. */
export function KindChoices({ legend, kinds, chosen }: Props) {
  const typed = useFormState().values.kind;
  return (
    <fieldset id="field-kind">
      <legend className="vh">{legend}</legend>
      <div className="pick kinds">
        {NOTE_KINDS.map((kind) => (
          <label className="choice" key={kind}>
            <input type="radio" name="kind" value={kind} defaultChecked={kind === (typed ?? chosen)} />
            <span>{kinds[kind]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
