"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { newFormKey } from "@/lib/comments/client";
import { focusWhenThere } from "./announce";
import { type FieldFor, PassageField, type WritingProps } from "./field";
import { saidIn } from "./note";
import type { Begin } from "./passages";
import { blockRange, hostBelow, passageAt, sectionOf, selectedRange } from "./selected";

interface Props extends WritingProps {
  /** The language of the text. */
  read: string;
  begin: Begin;
}

interface Open {
  host: HTMLElement;
  field: FieldFor;
  formKey: string;
  /** What had the focus before. */
  from: HTMLElement | null;
}

/** What opens when somebody selects words or asks to comment: a button beside the words, and the field below them. */
export function Desk({ begin, read, ...writing }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState<Open | null>(null);
  const [chosen, setChosen] = useState<Range | null>(null);
  const { desk } = writing;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that somebody begins
  useEffect(() => {
    if (begin.what === "select") return setChosen(selectedRange());
    if (begin.what === "answer") return answer(begin.link);
    const selected = selectedRange();
    const block = blockRange(begin.link);
    const within = selected && block.comparePoint(selected.startContainer, selected.startOffset) === 0;
    write(within ? selected : block, begin.link);
  }, [begin]);

  function write(range: Range, from: HTMLElement | null) {
    const passage = passageAt(range, read);
    const section = sectionOf(range.startContainer);
    if (!passage || !section) return;
    setChosen(null);
    const host = hostBelow(range.endContainer === section ? range.startContainer : range.endContainer, section);
    setOpen({ host, field: { kind: "new", passage }, formKey: newFormKey(), from });
  }

  function answer(link: HTMLElement) {
    const note = link.closest<HTMLElement>(".beside");
    if (!note) return;
    document.querySelector(".passage-host")?.remove();
    const host = document.createElement("div");
    host.className = "passage-host";
    note.append(host);
    const { id, name } = saidIn(note);
    setOpen({ host, field: { kind: "reply", id, name }, formKey: newFormKey(), from: link });
  }

  function close() {
    open?.host.remove();
    open?.from?.focus();
    setOpen(null);
  }

  return (
    <>
      {chosen && <Offer range={chosen} label={desk.commentOnThis} take={() => write(chosen, null)} />}
      {open &&
        createPortal(
          <PassageField
            key={open.formKey}
            {...writing}
            field={open.field}
            formKey={open.formKey}
            sent={(comment) => {
              open.host.remove();
              setOpen(null);
              router.refresh();
              focusWhenThere(`beside-${comment.id}`, open.field.kind === "reply" ? desk.answered : desk.posted);
            }}
            close={close}
          />,
          open.host,
        )}
    </>
  );
}

/** A button right after the block in the order of the keyboard, and below the selected words on the screen. */
function Offer({ range, label, take }: { range: Range; label: string; take: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const [host, setHost] = useState<HTMLElement | null>(null);

  useEffect(() => {
    const section = sectionOf(range.startContainer);
    if (!section) return;
    const place = document.createElement("span");
    place.className = "passage-host offer";
    const end = range.endContainer instanceof Element ? range.endContainer : range.endContainer.parentElement;
    const link = (end?.closest("p, li, pre, tr") ?? section).querySelector(".say");
    if (link) link.after(place);
    else section.append(place);
    setHost(place);
    return () => place.remove();
  }, [range]);

  useEffect(() => {
    if (!button.current) return;
    const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
    const parent = (button.current.offsetParent ?? document.documentElement).getBoundingClientRect();
    const left = Math.min(last.right, innerWidth - button.current.offsetWidth - 16) - parent.left;
    button.current.style.left = `${Math.max(0, left)}px`;
    button.current.style.top = `${last.bottom + 8 - parent.top}px`;
  });

  return (
    host &&
    createPortal(
      <button
        type="button"
        className="button quiet offer"
        ref={button}
        onPointerDown={(event) => event.preventDefault()}
        onClick={take}
      >
        {label}
      </button>,
      host,
    )
  );
}
