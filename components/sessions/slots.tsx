"use client";

import { useState } from "react";
import { fieldId, useFormState } from "@/components/ui/form";

export interface Slot {
  value: string;
  clock: string;
  where: string;
  calls: { code: string; name: string; accent: string; at: string }[];
}

interface Props {
  slots: Slot[];
  labels: { legend: string; hint: string; clocks: string; cities: string; other: string; errorPrefix: string };
  /** The fields for another time. */
  children: React.ReactNode;
}

/** Proposed starts as departures, each with the clock of every city; the last one is for a time of one's own. */
export function Slots({ slots, labels, children }: Props) {
  const { values, fields } = useFormState();
  const first = slots[0]?.value ?? "other";
  const typed = typeof values.slot === "string" ? values.slot : first;
  const [chosen, setChosen] = useState(typed);
  const error = fields.slot;
  const id = fieldId("slot");
  const radio = (value: string) => ({
    type: "radio" as const,
    name: "slot",
    value,
    defaultChecked: typed === value,
    onChange: () => setChosen(value),
  });
  return (
    <fieldset className={error ? "field wrong" : "field"} id={id} aria-describedby={`${id}-hint`}>
      <legend className="h2">{labels.legend}</legend>
      <p className="hint" id={`${id}-hint`}>
        {labels.hint}
      </p>
      {error && (
        <p className="error">
          <span className="vh">{labels.errorPrefix}</span>
          {error}
        </p>
      )}
      {slots.map((slot) => (
        <div className="slot" key={slot.value}>
          <label className="choice">
            <input {...radio(slot.value)} />
            <span>
              <b>{slot.clock}</b>
              <span>{slot.where}</span>
            </span>
          </label>
          <details className="wide-open" open={chosen === slot.value}>
            <summary>{labels.clocks}</summary>
            <ol className="calls" aria-label={labels.cities}>
              {slot.calls.map((call) => (
                <li className={call.accent} key={call.code}>
                  <span className="code" aria-hidden="true">
                    {call.code}
                  </span>
                  <span className="vh">{call.name} </span>
                  <span className="at">{call.at}</span>
                </li>
              ))}
            </ol>
          </details>
        </div>
      ))}
      <div className="slot">
        <label className="choice">
          <input {...radio("other")} />
          <strong>{labels.other}</strong>
        </label>
        <div className="typed stack fields under">{children}</div>
      </div>
    </fieldset>
  );
}
