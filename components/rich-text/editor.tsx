import { Editor as Tiptap } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { useEffect, useEffectEvent, useLayoutEffect, useReducer, useRef, useState } from "react";
import { writeMarkdown } from "@/lib/text/markdown-writer";
import { openAt } from "./caret";
import { contentOf } from "./content";
import { extensions } from "./extensions";
import { LinkField } from "./link-field";
import { cleanPaste } from "./paste";
import { Toolbar } from "./toolbar";
import { TABLE_TOOLS, TOOLS } from "./tools";
import type { RichTextWords } from "./words";

interface Props {
  /** The form's field. The editor begins with its value and keeps it in step. */
  source: HTMLTextAreaElement;
  id: string;
  describedBy: string;
  invalid: boolean;
  lang: string;
  words: RichTextWords;
  onPlain: () => void;
}
export type EditorPart = typeof Editor;

/** The text as it will look, with its buttons. Loaded when somebody begins to write. */
export function Editor(props: Props) {
  const { source, id, describedBy, invalid, words, onPlain } = props;
  const [linking, setLinking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const editor = useTiptap(place, props, () => setLinking(true));

  useEffect(() => {
    const field = document.getElementById(id);
    field?.setAttribute("aria-describedby", `${describedBy} ${id}-leave`);
    if (invalid) field?.setAttribute("aria-invalid", "true");
  }, [id, describedBy, invalid]);

  function press(name: string) {
    if (!editor) return;
    if (name === "link") setLinking(true);
    else {
      // One step back undoes the button alone, not the words just typed as well.
      editor.view.dispatch(closeHistory(editor.state.tr));
      [...TOOLS, ...TABLE_TOOLS].find((tool) => tool.name === name)?.run(editor);
    }
  }

  const state = (tools: typeof TOOLS) =>
    tools.map(({ name, isOn, can }) => ({
      name,
      words: words[name],
      pressed: editor && isOn ? isOn(editor) : undefined,
      disabled: editor !== null && can !== undefined && !can(editor),
    }));
  return (
    <>
      <div className="rich-text-bar">
        <Toolbar label={words.toolbar} controls={id} buttons={state(TOOLS)} onPress={press} />
        {editor?.isActive("table") && (
          <Toolbar label={words.tableToolbar} controls={id} buttons={state(TABLE_TOOLS)} onPress={press} />
        )}
        {editor && linking && (
          <LinkField editor={editor} id={`${id}-link`} words={words} onDone={() => setLinking(false)} />
        )}
      </div>
      {/* As high as the textarea was, so that nothing below moves. */}
      <div ref={place} style={{ "--rows": source.rows } as React.CSSProperties} />
      <p className="hint">
        <span id={`${id}-leave`}>{words.leave}</span>{" "}
        <button type="button" className="link small" onClick={onPlain}>
          {words.plain}
        </button>
      </p>
    </>
  );
}

/** The editor in its place, as long as that is on the page; drawn again after each change. */
function useTiptap(place: React.RefObject<HTMLDivElement | null>, props: Props, onLink: () => void): Tiptap | null {
  const { source, id, lang } = props;
  const [editor, setEditor] = useState<Tiptap | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const link = useEffectEvent(onLink);

  useLayoutEffect(() => {
    const made = new Tiptap({
      element: place.current,
      extensions: extensions({ onLink: () => link() }),
      content: contentOf(source.value),
      injectCSS: false,
      editorProps: {
        attributes: {
          id,
          class: "input prose",
          role: "textbox",
          "aria-multiline": "true",
          "aria-labelledby": `${id}-label`,
          lang,
          dir: "auto",
        },
        transformPastedHTML: cleanPaste,
      },
    });
    let known = source.value;
    made.on("transaction", redraw);
    made.on("update", () => {
      known = writeMarkdown(made.state.doc.toJSON());
      source.value = known;
      source.dispatchEvent(new Event("input", { bubbles: true }));
    });
    // What is put into the field by others: a recovered draft, a form that was reset.
    const follow = () => {
      if (source.value === known) return;
      known = source.value;
      made.commands.setContent(contentOf(known), { emitUpdate: false });
      // Else a rule or a table at the end may be selected as a whole, and the next key replace it.
      made.commands.setTextSelection(made.state.doc.content.size);
    };
    const afterReset = () => queueMicrotask(follow);
    source.addEventListener("input", follow);
    source.form?.addEventListener("reset", afterReset);
    openAt(made, source);
    setEditor(made);
    const { form } = source;
    return () => {
      source.removeEventListener("input", follow);
      form?.removeEventListener("reset", afterReset);
      made.destroy();
    };
  }, [place, source, id, lang]);

  return editor;
}
