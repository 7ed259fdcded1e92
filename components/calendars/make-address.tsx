"use client";

import { useActionState, useEffect, useRef } from "react";
import { makeAddress } from "@/lib/calendars/actions";

interface Props {
  label: string;
  words: { made: string; address: string; hint: string; open: string };
}

/** Makes a secret address and shows it this once, also where no script runs. */
export function MakeAddress({ label, words }: Props) {
  const [result, send, pending] = useActionState(makeAddress, null);
  const field = useRef<HTMLInputElement>(null);
  const made = result?.ok ? (result.value as { url: string }).url : null;

  useEffect(() => {
    if (made) field.current?.select();
  }, [made]);

  return (
    <form action={send} className="stack">
      {result && !result.ok && (
        <p className="error" role="alert">
          {result.message}
        </p>
      )}
      {made && (
        <>
          <p role="status">
            <b>{words.made}</b>
          </p>
          <div className="field">
            <label htmlFor="calendar-address">{words.address}</label>
            <p className="hint" id="calendar-address-hint">
              {words.hint}
            </p>
            <input
              className="input"
              id="calendar-address"
              aria-describedby="calendar-address-hint"
              readOnly
              value={made}
              ref={field}
            />
          </div>
          <p>
            <a className="act" href={made.replace(/^https?:/, "webcal:")}>
              {words.open}
            </a>
          </p>
        </>
      )}
      <p className="actions">
        <button className={made ? "button quiet" : "button"} aria-busy={pending || undefined}>
          {label}
        </button>
      </p>
    </form>
  );
}
