import { createDocument, type Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { contentOf } from "./content";

/** A character that nobody types: it shows where a place in the Markdown is in the text. */
const MARK = "\ue123";

/** The editor takes the focus where somebody was writing in the textarea, at once, so that no key falls between. */
export function openAt(editor: Editor, { value, selectionStart, selectionEnd }: HTMLTextAreaElement): void {
  const before = value.slice(0, selectionEnd);
  const after = value.slice(selectionEnd);
  const { doc, tr } = editor.state;
  const place = placeOf(editor, before + MARK + after) ?? doc.content.size;
  tr.setSelection(TextSelection.near(doc.resolve(place), -1));
  const { $head } = tr.selection;
  if (selectionStart < selectionEnd) {
    const start = placeOf(editor, value.slice(0, selectionStart) + MARK + value.slice(selectionStart)) ?? 0;
    tr.setSelection(TextSelection.between(doc.resolve(start), $head));
  } else if (/\n\s*$/.test(before) && after.trim() === "" && $head.parent.content.size > 0) {
    // Blanks and empty lines at the end mean nothing in Markdown, but somebody is about to go on after them.
    tr.insert(doc.content.size, editor.schema.nodes.paragraph?.create() ?? []);
    tr.setSelection(TextSelection.atEnd(tr.doc));
  } else if (
    /[ \t]$/.test(before) &&
    $head.parentOffset > 0 &&
    !/\s$/.test($head.parent.textBetween(0, $head.parentOffset))
  ) {
    tr.insertText(" ", $head.pos);
  }
  editor.view.dispatch(tr.setMeta("preventUpdate", true).setMeta("addToHistory", false));
  editor.view.focus();
}

/** Where the mark stands, if it changes nothing else: within a sign of Markdown it makes another text. */
function placeOf(editor: Editor, markdown: string): number | null {
  const marked = createDocument(contentOf(markdown), editor.schema);
  if (marked.content.size !== editor.state.doc.content.size + MARK.length) return null;
  let place: number | null = null;
  marked.descendants((node, start) => {
    const at = node.text?.indexOf(MARK) ?? -1;
    if (at >= 0) place = start + at;
  });
  return place;
}
