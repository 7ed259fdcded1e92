"use client";

import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { City } from "@/components/ui/plate";
import { aboutParams } from "@/lib/comments/client";
import type { About, Suggestion } from "@/lib/comments/types";
import { counted } from "./counted";
import type { ThreadLabels } from "./labels";

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  about: About;
  parentId?: string;
  inside?: boolean;
  labels: ThreadLabels;
}

interface Call {
  /** Where the "@" stands. */
  start: number;
  typed: string;
}

const CALL = /(?:^|[^\p{L}\p{N}_@.+-])@([^@\n]{0,40})$/u;
const PAUSE = 120;
const CHOSEN_MAX = 20;

/** Whom one can call, while one types "@" and a name. The keyboard stays in the field: arrows choose, Enter takes, Esc closes. */
export function Suggestions({ field, about, parentId, inside, labels }: Props) {
  const [call, setCall] = useState<Call | null>(() => callIn(field.current));
  const [{ of, found }, setFound] = useState<{ of?: string; found: Suggestion[] }>({ found: [] });
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<string[]>([]);
  const dismissed = useRef<number | null>(null);
  /** Enter was pressed before the answer to the last letters came. */
  const hasty = useRef(false);
  const id = useId();
  const open = call !== null && found.length > 0;

  useEffect(() => {
    const area = field.current;
    if (!area) return;
    const look = () => {
      const next = callIn(area);
      hasty.current = false;
      if (next?.start !== dismissed.current) dismissed.current = null;
      setCall(dismissed.current === null ? next : null);
    };
    const leave = () => setCall(null);
    area.addEventListener("input", look);
    area.addEventListener("click", look);
    area.addEventListener("blur", leave);
    // More was typed while this was on its way.
    look();
    return () => {
      area.removeEventListener("input", look);
      area.removeEventListener("click", look);
      area.removeEventListener("blur", leave);
    };
  }, [field]);

  const typed = call?.typed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a field is about one thing as long as it stands
  useEffect(() => {
    if (typed === undefined) return setFound({ found: [] });
    const stop = new AbortController();
    const asked = { q: typed, ...(parentId && { parent: parentId }), ...(inside && { inside: "1" }) };
    const timer = setTimeout(async () => {
      const address = `/api/comments/people?${aboutParams(about, asked)}`;
      const answer = await fetch(address, { signal: stop.signal }).catch(() => null);
      const next: Suggestion[] = answer?.ok ? await answer.json().catch(() => []) : [];
      if (stop.signal.aborted) return;
      setFound({ of: typed, found: next });
      setAt(0);
      if (hasty.current) take(next[0]);
      hasty.current = false;
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed]);

  // Below the field it may lie out of sight: behind the places on a phone, or beyond its own height.
  useEffect(() => {
    const list = document.getElementById(id);
    for (const one of [list, found[at] && list?.children[at]]) one?.scrollIntoView({ block: "nearest" });
  }, [id, found, at]);

  function take(one: Suggestion | undefined): void {
    const area = field.current;
    if (!area || !call || !one) return;
    area.setRangeText(`@${one.insert} `, call.start, area.selectionEnd, "end");
    setChosen((before) => [...before.filter((other) => other !== one.id), one.id].slice(-CHOSEN_MAX));
    setCall(null);
    area.focus();
  }

  useEffect(() => {
    const area = field.current;
    if (!area || !open) return;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) setAt((at + step + found.length) % found.length);
      else if (event.key === "Enter" || event.key === "Tab") {
        if (of === callIn(area)?.typed) take(found[at]);
        else hasty.current = true;
      } else if (event.key === "Escape") {
        dismissed.current = call.start;
        setCall(null);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    area.setAttribute("aria-controls", id);
    area.setAttribute("aria-activedescendant", `${id}-${at}`);
    area.addEventListener("keydown", press);
    return () => {
      area.removeAttribute("aria-controls");
      area.removeAttribute("aria-activedescendant");
      area.removeEventListener("keydown", press);
    };
  });

  return (
    <>
      {chosen.length > 0 && <input type="hidden" name="mentioned" value={chosen.join(",")} />}
      <p className="vh" role="status">
        {call && typed && counted(labels.suggested, found.length)}
      </p>
      {open && (
        <div className="suggestions" role="listbox" id={id} aria-label={labels.suggestions}>
          {found.map((one, n) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field
            <div
              key={one.id}
              id={`${id}-${n}`}
              role="option"
              tabIndex={-1}
              aria-selected={n === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              {one.city && <City city={one.city} quiet={!one.all} />}
              {one.all ? <span className="muted">{labels.everyoneIn}</span> : one.name}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

/** The name that is being typed where the field's caret stands. */
function callIn(area: HTMLTextAreaElement | null): Call | null {
  if (!area || area.selectionStart !== area.selectionEnd) return null;
  const before = area.value.slice(0, area.selectionStart);
  const typed = CALL.exec(before)?.[1];
  return typed === undefined ? null : { start: before.length - typed.length - 1, typed };
}
