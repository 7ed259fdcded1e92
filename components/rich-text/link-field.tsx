import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { linkAddress } from "@/lib/text/markdown-link";
import type { RichTextWords } from "./words";

interface Props {
  editor: Editor;
  id: string;
  words: RichTextWords;
  onDone: () => void;
}

/** Where the selected words lead. It stands in another form, so it is no form and sends nothing. */
export function LinkField({ editor, id, words, onDone }: Props) {
  const before = editor.getAttributes("link").href;
  const [address, setAddress] = useState(typeof before === "string" ? before.replace(/^mailto:/, "") : "");
  const [wrong, setWrong] = useState(false);

  function set() {
    const href = linkAddress(address);
    if (href === null) {
      setWrong(true);
      document.getElementById(id)?.focus();
      return;
    }
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !before) {
      const marks = [{ type: "link", attrs: { href } }];
      chain.insertContent([{ type: "text", text: address.trim(), marks }]).run();
    } else chain.setLink({ href }).run();
    onDone();
  }

  function close() {
    editor.commands.focus();
    onDone();
  }

  return (
    <div className={wrong ? "field wrong" : "field"}>
      <label htmlFor={id}>{words.address}</label>
      <p className="hint" id={`${id}-hint`}>
        {words.addressHint}
      </p>
      {wrong && (
        <p className="error" id={`${id}-error`} role="alert">
          {words.addressWrong}
        </p>
      )}
      <input
        className="input"
        id={id}
        value={address}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: somebody just asked for it
        autoFocus
        aria-describedby={wrong ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={wrong || undefined}
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            set();
          }
          if (event.key === "Escape") close();
        }}
      />
      <p className="actions">
        <button type="button" className="button quiet" onClick={set}>
          {words.setLink}
        </button>
        {before && (
          <button
            type="button"
            className="link"
            onClick={() => {
              editor.chain().focus().extendMarkRange("link").unsetLink().run();
              onDone();
            }}
          >
            {words.removeLink}
          </button>
        )}
        <button type="button" className="link" onClick={close}>
          {words.cancel}
        </button>
      </p>
    </div>
  );
}
