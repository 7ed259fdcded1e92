import { Extension, Mark } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Plugin } from "@tiptap/pm/state";
import { StarterKit } from "@tiptap/starter-kit";
import { linkAddress } from "@/lib/text/markdown-link";
import { headRowFirst } from "./head-row";

/** Code that may be bold or a link as well, as in Markdown. */
const Code = Mark.create({
  name: "code",
  code: true,
  excludes: "",
  exitable: true,
  parseHTML: () => [{ tag: "code" }],
  renderHTML: ({ HTMLAttributes }) => ["code", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-e": () => this.editor.commands.toggleMark("code") };
  },
});

const cell = { content: "paragraph" };

/** Tab goes from cell to cell and leaves after the last one; Enter goes there too, as a cell has one line. */
const PlainTable = Table.extend({
  renderHTML: () => ["table", ["tbody", 0]],
  addKeyboardShortcuts() {
    const next = () => this.editor.commands.goToNextCell();
    const inTable = () => this.editor.isActive("table");
    return {
      Tab: next,
      "Shift-Tab": () => this.editor.commands.goToPreviousCell(),
      Enter: () => inTable() && (next() || this.editor.commands.createParagraphNear() || true),
      "Shift-Enter": inTable,
    };
  },
});

const HeadRow = Extension.create({
  name: "headRow",
  addProseMirrorPlugins: () => [new Plugin({ appendTransaction: (_, __, state) => headRowFirst(state) })],
});

interface Keys {
  /** Mod+K: somebody wants to link the words that are selected. */
  onLink: () => void;
}

const Keyboard = Extension.create<Keys>({
  name: "keyboard",
  priority: 1001,
  addOptions: () => ({ onLink: () => {} }),
  addKeyboardShortcuts() {
    return {
      "Mod-k": () => {
        this.options.onLink();
        return true;
      },
      "Mod-]": () => this.editor.commands.sinkListItem("listItem"),
      "Mod-[": () => this.editor.commands.liftListItem("listItem"),
    };
  },
  addProseMirrorPlugins() {
    // Escape, then Tab, leaves a list or a table too: nobody is caught in the text.
    let leaving = false;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_, { key }) => {
              if (key === "Tab" && leaving) return true;
              leaving = key === "Escape" || (leaving && key === "Shift");
              return false;
            },
            blur: () => {
              leaving = false;
            },
          },
        },
      }),
    ];
  },
});

/** What a text may hold: exactly what Markdown can say and the page shows. */
export function extensions(keys: Keys) {
  return [
    StarterKit.configure({
      code: false,
      underline: false,
      heading: { levels: [2, 3, 4, 5] },
      link: {
        openOnClick: false,
        defaultProtocol: "https",
        HTMLAttributes: { target: null, rel: null, class: null },
        isAllowedUri: (address) => linkAddress(address) !== null,
        shouldAutoLink: (address) => /^(?:https?:\/\/|www\.|[^\s@/]+@)/i.test(address),
      },
    }),
    Code,
    PlainTable,
    TableRow,
    TableHeader.extend(cell),
    TableCell.extend(cell),
    HeadRow,
    Keyboard.configure(keys),
  ];
}
