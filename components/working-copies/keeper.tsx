"use client";

import { usePathname } from "next/navigation";
import { useCallback, useState } from "react";
import { createPortal } from "react-dom";
import type { Other } from "@/lib/working-copies/limits";
import { type Kept, keepForm } from "./keep-form";
import { momentHere } from "./moment-here";
import type { Found } from "./recovery";
import { fillLabel, type KeeperLabels, SavedLine } from "./saved-line";
import { type Begin, useKept } from "./use-kept";

interface Props {
  writeUp: string;
  language: string;
  /** By default the last part of the page's address. */
  task?: string;
  /** Who types. */
  person: string;
  labels: KeeperLabels;
  /** The id of the element, outside the fields, in which it says what is saved where. */
  place: string;
}

/** Keeps what is typed into the form around it, brings it back, and says who else is writing. Shows nothing until then. */
export function Keeper({ writeUp, language, task: named, person, labels, place }: Props) {
  const [others, setOthers] = useState<Other[]>([]);
  const [found, setFound] = useState<{ found: Found; put: boolean } | null>(null);
  const path = usePathname();
  const task = named ?? path.split("/").at(-1) ?? "";
  const begin = useCallback<Begin<Kept>>(
    (form, told) =>
      keepForm(form, { writeUp, task, language }, person, {
        ...told,
        onOthers: setOthers,
        onFound: (one, put) => setFound(one && { found: one, put }),
      }),
    [writeUp, task, language, person],
  );
  const { mark, kept, saved, line } = useKept(place, begin);

  return (
    <>
      <span hidden ref={mark} />
      {others.length > 0 && (
        <div className="note plain">
          {others.map(({ name, here }) => (
            <p key={name}>{fillLabel(here ? labels.here : labels.elsewhere, { name })}</p>
          ))}
        </div>
      )}
      {found && (
        <div className="note stack">
          <p role="status">{fillLabel(found.put ? labels.put : labels.found, { when: momentHere(found.found.at) })}</p>
          <p className="actions">
            {!found.put && (
              <button type="button" className="button quiet" onClick={() => kept.current?.use(found.found)}>
                {labels.use}
              </button>
            )}
            <button type="button" className="button quiet" onClick={() => kept.current?.drop(found.found)}>
              {labels.drop}
            </button>
          </p>
        </div>
      )}
      {line && saved && createPortal(<SavedLine saved={saved} labels={labels} />, line)}
    </>
  );
}
