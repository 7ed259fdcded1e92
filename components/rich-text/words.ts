import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const BUTTONS = [
  "heading",
  "subheading",
  "bold",
  "italic",
  "bullets",
  "numbers",
  "quote",
  "link",
  "table",
  "undo",
  "redo",
] as const;
const IN_TABLE = ["row", "column", "deleteRow", "deleteColumn", "deleteTable"] as const;
const REST = [
  "format",
  "plain",
  "plainHint",
  "failed",
  "toolbar",
  "tableToolbar",
  "leave",
  "address",
  "addressHint",
  "addressWrong",
  "setLink",
  "removeLink",
  "cancel",
] as const;
const ALL = [...BUTTONS, ...IN_TABLE, ...REST];

export type ButtonName = (typeof BUTTONS)[number] | (typeof IN_TABLE)[number];
export type RichTextWords = Record<(typeof ALL)[number] | "tooLong", string>;

/** Every sentence of the editor in one language. */
export function richTextWords(locale: Locale, max: number): RichTextWords {
  const t = translator(locale, "richText");
  const words = Object.fromEntries(ALL.map((key) => [key, t(key)])) as Record<(typeof ALL)[number], string>;
  return { ...words, tooLong: t("tooLong", { max }) };
}
