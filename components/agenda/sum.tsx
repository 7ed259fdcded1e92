"use client";

import { useEffect, useRef, useState } from "react";
import { FieldError } from "@/components/ui/field-error";
import { useFormState } from "@/components/ui/form";

interface Props {
  /** What the steps take when the page is made. */
  sum: number;
  /** The length of the session; without, the steps are as long as they are. */
  minutes?: number;
  /** Minutes from midnight at which the first step begins; null when the clocks change in between: the server knows better. */
  start: number | null;
  /** The clock of a step is the time since the start, "0:05". */
  elapsed?: boolean;
  /** With {sum}, {minutes} and {rest} to fill. */
  labels: { all: string; short: string; long: string };
  errorPrefix: string;
  /** What one can do when the two differ. */
  children?: React.ReactNode;
}

/** What the steps take in all, and the clock of each, while somebody writes. */
export function Sum({ sum, minutes, start, elapsed, labels, errorPrefix, children }: Props) {
  const { values } = useFormState();
  const [typed, setTyped] = useState(() => sumOf(values) ?? sum);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const reckon = () => {
      let passed = 0;
      for (const field of form.querySelectorAll<HTMLInputElement>('[name^="rows."][name$=".minutes"]')) {
        const row = field.name.split(".")[1];
        const shown = start === null ? null : form.querySelector(`[data-clock="${row}"]`);
        if (shown) shown.textContent = clockAt((start ?? 0) + passed, elapsed);
        passed += minutesIn(field.value);
      }
      setTyped(passed);
    };
    reckon();
    form.addEventListener("input", reckon);
    return () => form.removeEventListener("input", reckon);
  }, [start, elapsed]);

  const rest = (minutes ?? typed) - typed;
  const words = rest === 0 ? labels.all : rest > 0 ? labels.short : labels.long;
  const filled = { sum: typed, minutes: minutes ?? typed, rest: Math.abs(rest) };
  return (
    <div className={rest === 0 ? "stack" : "note stack"} id="field-total" ref={place}>
      <p role="status">
        <b>{words.replace(/\{(sum|minutes|rest)\}/g, (_, key: keyof typeof filled) => String(filled[key]))}</b>
      </p>
      <FieldError name="total" errorPrefix={errorPrefix} />
      {rest !== 0 && children}
    </div>
  );
}

/** Of what was typed, where a form came back; without JavaScript nothing else knows. */
function sumOf(values: Record<string, string | string[]>): number | null {
  const typed = Object.entries(values).filter(([name]) => /^rows\.\d+\.minutes$/.test(name));
  return typed.length === 0 ? null : typed.reduce((all, [, value]) => all + minutesIn(String(value)), 0);
}

function minutesIn(text: string): number {
  return /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
}

function clockAt(minutes: number, elapsed = false): string {
  const hours = Math.floor(minutes / 60);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${elapsed ? hours : two(hours % 24)}:${two(minutes % 60)}`;
}
