"use client";

import { useEffect, useRef, useState } from "react";
import { anythingUnsent, forgetEverything } from "./device";

/**
 * Inside the form that signs out: what this browser kept is deleted with it. When the server does not have everything, the
 * first press asks, and the second one goes.
 */
export function SignOutCheck({ labels }: { labels: { title: string; text: string; leave: string } }) {
  const mark = useRef<HTMLSpanElement>(null);
  const [asked, setAsked] = useState(false);

  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    let ready = false;
    let checking = false;
    const check = (event: SubmitEvent) => {
      if (ready) return;
      event.preventDefault();
      event.stopPropagation();
      if (checking) return;
      checking = true;
      const go = async () => {
        if (!asked && (await anythingUnsent())) return setAsked(true);
        await forgetEverything();
        ready = true;
        setTimeout(() => form.requestSubmit());
      };
      go();
    };
    form.addEventListener("submit", check);
    return () => form.removeEventListener("submit", check);
  }, [asked]);

  return (
    <>
      <span hidden ref={mark} />
      {asked && (
        <div className="note" role="alert">
          <p className="label">{labels.title}</p>
          <p>{labels.text}</p>
          <p>
            <button type="submit" className="button quiet">
              {labels.leave}
            </button>
          </p>
        </div>
      )}
    </>
  );
}
