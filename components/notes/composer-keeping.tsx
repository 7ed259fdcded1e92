"use client";

import { useEffect, useRef, useState } from "react";
import type { Keeping } from "./note-keeper";
import type { KeepLabels } from "./words";
import type { WriteHere } from "./write-here";

interface Props {
  session: string;
  person: string;
  /** The step that runs: an empty field goes along with it. */
  step: string | null;
  labels: KeepLabels;
  /** What stands here while nothing was typed. */
  hint: string;
}

/**
 * Inside the form for a new note: what is typed is a note from the first stroke on. Without JavaScript the form alone does
 * it, when it is sent.
 */
export function ComposerKeeping({ session, person, step, labels, hint }: Props) {
  const mark = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState<{ keeping: Keeping; Words: typeof import("./saved-words").SavedWords } | null>(
    null,
  );
  useEffect(() => {
    const form = mark.current?.closest("form");
    const area = form?.querySelector("textarea");
    if (!form || !area) return;
    let begun: Promise<WriteHere> | null = null;
    let left = false;
    const begin = () => {
      begun ??= import("./write-here").then(({ writeHere, SavedWords }) =>
        writeHere({ form, area, session, person }, (keeping) => !left && setShown({ keeping, Words: SavedWords })),
      );
      return begun;
    };
    const input = () => begin().then((here) => here.typed());
    const submit = (event: SubmitEvent) => {
      // What is wrong with an empty one the server says.
      if (area.value.trim() === "") return;
      event.preventDefault();
      event.stopPropagation();
      begin().then((here) => here.add());
    };
    if (area.value !== "") input();
    // What an earlier visit left behind is sent, whether anybody writes now or not.
    const idle = setTimeout(begin, 2000);
    form.addEventListener("input", input);
    form.addEventListener("submit", submit);
    return () => {
      left = true;
      clearTimeout(idle);
      form.removeEventListener("input", input);
      form.removeEventListener("submit", submit);
      begun?.then((here) => here.end());
    };
  }, [session, person]);
  useEffect(() => {
    const form = mark.current?.closest("form");
    const place = form?.querySelector<HTMLSelectElement>("[name=step]");
    if (place && form?.querySelector("textarea")?.value === "") place.value = step ?? "";
  }, [step]);
  const { keeping, Words } = shown ?? {};
  const isQuiet = !keeping || (keeping.device === "nothing" && keeping.server === "nothing" && !keeping.notice);
  return (
    <>
      <span hidden ref={mark} />
      {isQuiet || !Words ? <span className="small muted">{hint}</span> : <Words keeping={keeping} labels={labels} />}
    </>
  );
}
