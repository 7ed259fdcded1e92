import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { EditorPart } from "./editor";
import { prefersPlain } from "./preference";

/** A pause this long, and nobody is in the middle of a word or about to write over what they selected. */
const PAUSE_MS = 400;

/** Loads the editor, and puts it in the textarea's place once no word is being typed. */
export function useEditorOnDemand() {
  const source = useRef<HTMLTextAreaElement>(null);
  const [Editor, setEditor] = useState<EditorPart | null>(null);
  const [failed, setFailed] = useState(false);
  const typing = useRef({ composing: false, last: 0, wanted: false, timer: 0 });

  // Somebody may have begun before this page was alive.
  const startIfWriting = useEffectEvent(() => {
    if (document.activeElement === source.current && !prefersPlain()) start(false);
  });
  useEffect(() => {
    const { current } = typing;
    startIfWriting();
    return () => {
      current.wanted = false;
      window.clearTimeout(current.timer);
    };
  }, []);

  function open(part: EditorPart) {
    const { current } = typing;
    if (!current.wanted) return;
    const quiet = Date.now() - current.last;
    if (current.composing || quiet < PAUSE_MS) {
      current.timer = window.setTimeout(() => open(part), PAUSE_MS);
      return;
    }
    setEditor(() => part);
  }

  function start(focus: boolean) {
    if (focus) source.current?.focus();
    if (typing.current.wanted) return;
    Object.assign(typing.current, { wanted: true, last: Date.now() });
    setFailed(false);
    import("./editor").then(
      ({ Editor }) => open(Editor),
      () => {
        typing.current.wanted = false;
        setFailed(true);
      },
    );
  }

  function toPlain() {
    typing.current.wanted = false;
    setEditor(null);
    // The textarea is shown again after this render.
    window.setTimeout(() => source.current?.focus());
  }

  const busy = () => {
    typing.current.last = Date.now();
  };
  const listeners = {
    onInput: busy,
    onKeyDown: busy,
    onSelect: busy,
    onCompositionStart: () => {
      typing.current.composing = true;
    },
    onCompositionEnd: () => {
      typing.current.composing = false;
    },
  };
  return { source, Editor, failed, start, toPlain, listeners };
}
