import type { Editor } from "@tiptap/core";
import type { ButtonName } from "./words";

export interface Tool {
  name: ButtonName;
  run: (editor: Editor) => void;
  /** Whether the text at the caret has it. A tool without it does something once. */
  isOn?: (editor: Editor) => boolean;
  can?: (editor: Editor) => boolean;
}

const at = (editor: Editor) => editor.chain().focus();

export const TOOLS: Tool[] = [
  {
    name: "heading",
    run: (editor) => at(editor).toggleHeading({ level: 2 }).run(),
    isOn: (editor) => editor.isActive("heading", { level: 2 }),
  },
  {
    name: "subheading",
    run: (editor) => at(editor).toggleHeading({ level: 3 }).run(),
    isOn: (editor) => editor.isActive("heading", { level: 3 }),
  },
  { name: "bold", run: (editor) => at(editor).toggleBold().run(), isOn: (editor) => editor.isActive("bold") },
  { name: "italic", run: (editor) => at(editor).toggleItalic().run(), isOn: (editor) => editor.isActive("italic") },
  {
    name: "bullets",
    run: (editor) => at(editor).toggleBulletList().run(),
    isOn: (editor) => editor.isActive("bulletList"),
  },
  {
    name: "numbers",
    run: (editor) => at(editor).toggleOrderedList().run(),
    isOn: (editor) => editor.isActive("orderedList"),
  },
  {
    name: "quote",
    run: (editor) => at(editor).toggleBlockquote().run(),
    isOn: (editor) => editor.isActive("blockquote"),
  },
  // Asks for an address first.
  { name: "link", run: () => {}, isOn: (editor) => editor.isActive("link") },
  {
    name: "table",
    run: (editor) => at(editor).insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
    can: (editor) => !editor.isActive("table"),
  },
  { name: "undo", run: (editor) => at(editor).undo().run(), can: (editor) => editor.can().undo() },
  { name: "redo", run: (editor) => at(editor).redo().run(), can: (editor) => editor.can().redo() },
];

export const TABLE_TOOLS: Tool[] = [
  { name: "row", run: (editor) => at(editor).addRowAfter().run() },
  { name: "column", run: (editor) => at(editor).addColumnAfter().run() },
  { name: "deleteRow", run: (editor) => at(editor).deleteRow().run() },
  { name: "deleteColumn", run: (editor) => at(editor).deleteColumn().run() },
  { name: "deleteTable", run: (editor) => at(editor).deleteTable().run() },
];
