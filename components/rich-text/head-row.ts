import type { EditorState, Transaction } from "@tiptap/pm/state";

/** A table in Markdown has one row of headings, its first. */
export function headRowFirst(state: EditorState): Transaction | null {
  const { tableHeader, tableCell } = state.schema.nodes;
  if (!tableHeader || !tableCell) return null;
  const change = state.tr;
  state.doc.descendants((table, start) => {
    if (table.type.name !== "table") return !table.isTextblock;
    table.forEach((row, toRow, index) => {
      const type = index === 0 ? tableHeader : tableCell;
      row.forEach((cell, toCell) => {
        if (cell.type !== type) change.setNodeMarkup(start + 1 + toRow + 1 + toCell, type, cell.attrs);
      });
    });
    return false;
  });
  return change.docChanged ? change : null;
}
