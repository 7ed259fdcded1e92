"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { TalkWords } from "@/components/comments/talk-words";
import { type Handed, wordsOf } from "@/components/ui/once";
import { statusId } from "./announce";
import type { Desk as DeskType } from "./desk";
import type { WritingProps } from "./field";

export type Begin = { what: "select" } | { what: "write" | "answer"; link: HTMLElement };

interface Props extends Omit<WritingProps, "labels" | "desk"> {
  /** The `TalkWords`. */
  words: Handed;
  /** The language of the text. */
  read: string;
}

/** A link to answer a comment beside the text. */
const ANSWER = '.beside > .acts > a[href$="#reply"]';
/** After the last change of a selection its owner has chosen. */
const CHOSEN = 250;

/** Listens for whoever wants to say something about a passage; what they need then is loaded then. */
export function Passages({ words, ...props }: Props) {
  const [begin, setBegin] = useState<Begin | null>(null);
  const [Desk, setDesk] = useState<ComponentType<Parameters<typeof DeskType>[0]> | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = (next: Begin) => {
      setBegin(next);
      import("./desk").then(
        ({ Desk: loaded }) => setDesk(() => loaded),
        () => next.what !== "select" && location.assign((next.link as HTMLAnchorElement).href),
      );
    };
    let offered = false;
    const chosen = () => {
      clearTimeout(timer);
      const node = getSelection()?.anchorNode;
      const element = node instanceof Element ? node : node?.parentElement;
      const inText = element?.closest("[data-passages]") && !element.closest(".passage-host, .passage-field");
      // One that has gone is news where there was one.
      if (!inText && !offered) return;
      offered = Boolean(inText);
      timer = setTimeout(() => start({ what: "select" }), CHOSEN);
    };
    const clicked = (event: MouseEvent) => {
      const element = event.target instanceof Element ? event.target : null;
      const link = element?.closest<HTMLElement>(`.say, ${ANSWER}`);
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      start({ what: link.matches(".say") ? "write" : "answer", link });
    };
    document.addEventListener("selectionchange", chosen);
    document.addEventListener("click", clicked);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", chosen);
      document.removeEventListener("click", clicked);
    };
  }, []);

  return (
    <>
      <p className="vh" role="status" id={statusId} />
      {Desk && begin && <Desk {...props} {...wordsOf<TalkWords>(words)} begin={begin} />}
    </>
  );
}
