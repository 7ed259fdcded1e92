import "server-only";
import type { Queryable } from "@/db/client";
import { settings } from "@/lib/env/settings";
import type { Locale } from "@/lib/i18n/locales";
import { letterStyle, PAGE } from "./letter-style";

/** Words in another language than the letter, or of which nobody knows the direction. */
interface Words {
  text: string;
  language?: string;
}

/** What a mail says, in order. Both its plain and its HTML part are made from these. */
export type Block =
  | ({ kind: "text" } & Words)
  | ({ kind: "heading" } & Words)
  | { kind: "code"; text: string }
  | { kind: "link"; text: string; href: string }
  /** The one time that a mail is about, large, and what it means in words. */
  | { kind: "clock"; clock: string; text: string }
  | { kind: "rows"; rows: ({ label: string } & Words)[] }
  /** Somebody's words: as they were typed, and rendered and made safe when they were written. */
  | { kind: "quote"; markdown: string; html: string; language: string }
  /** Words that the mail refers to, such as a passage or what is answered. */
  | ({ kind: "about"; label: string } & Words)
  /** All that is new about one thing, in three lines. */
  | { kind: "group"; title: Words; href: string; line: string; words?: Words };

export interface Letter {
  locale: Locale;
  subject: string;
  blocks: Block[];
  /** Why one gets it, at the end, and what one can do about it. */
  footer: string;
  links?: { text: string; href: string }[];
  attachments?: { filename: string; contentType: string; content: string }[];
  /** What a calendar program acts on by itself. */
  calendar?: { method: "REQUEST" | "CANCEL"; content: string };
  /** Letters with the same one stand together in a mail program. */
  thread?: string;
  /** Where an answer goes. */
  replyTo?: string;
  /** The line at the top above which one answers. */
  above?: string;
  /** The address at which one press ends letters of this kind (RFC 8058). */
  unsubscribe?: string;
}

/**
 * A letter, or the reason for which none is sent. `inTurn` is asked right before the sending, inside its transaction: it
 * waits for another letter that must not be overtaken, and says why this one has become void meanwhile.
 */
export type Composed = { letter: Letter; inTurn?: (tx: Queryable) => Promise<string | null> } | { dropped: string };

export function absolute(path: string): string {
  return new URL(path, settings.url).href;
}

export function letterText({ locale, above, blocks, footer, links = [] }: Letter): string {
  const end = [`-- \n${footer}`, ...links.map(({ text, href }) => `${text}:\n${href}`)].join("\n\n");
  return [...(above ? [above] : []), ...blocks.map((block) => blockText(block, QUOTES[locale])), end].join("\n\n");
}

const QUOTES: Record<Locale, readonly [string, string]> = { en: ["“", "”"], it: ["«", "»"] };

function blockText(block: Block, [open, close]: readonly [string, string]): string {
  switch (block.kind) {
    case "link":
      return `${block.text}:\n${block.href}`;
    case "quote":
      return block.markdown.replace(/^/gm, "> ");
    case "about":
      return `${block.label} ${open}${block.text}${close}`;
    case "code":
      return `    ${block.text}`;
    case "clock":
      return `${block.clock}\n${block.text}`;
    case "rows":
      return block.rows.map(({ label, text }) => `${label}: ${text}`).join("\n");
    case "group":
      return `${block.title.text}\n${block.line}${block.words ? `: ${open}${block.words.text}${close}` : ""}\n${block.href}`;
    default:
      return block.text;
  }
}

export function letterHtml(letter: Letter): string {
  const { locale, subject, above, blocks, footer, links = [] } = letter;
  const top = above ? `<p class="small" style="${SMALL};margin:0 0 24px">${escapeHtml(above)}</p>` : "";
  const ways = links.map(
    ({ text, href }) => `<br><a href="${escapeHtml(href)}" style="color:#505963">${escapeHtml(text)}</a>`,
  );
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title>${letterStyle}</head><body style="${PAGE}"><div style="max-width:608px">${top}${blocks.map(blockHtml).join("")}<p class="small" style="${SMALL};margin:32px 0 0">${escapeHtml(footer)}${ways.join("")}</p></div></body></html>`;
}

const SMALL = "font-size:14px;color:#505963";
const QUOTE = "margin:0 0 16px;padding-left:14px;border-left:4px solid #194d8a";

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h2${inLanguage(block)} style="margin:24px 0 8px;font-size:20px;line-height:1.3">${escapeHtml(block.text)}</h2>`;
    case "code":
      return `<p style="margin:0 0 16px;font-size:32px;font-weight:bold;letter-spacing:4px">${escapeHtml(block.text)}</p>`;
    case "clock":
      return `<p style="margin:24px 0 0;font-size:56px;line-height:1.1;font-weight:bold">${escapeHtml(block.clock)}</p><p style="margin:0 0 16px;font-size:20px;font-weight:bold">${escapeHtml(block.text)}</p>`;
    case "rows":
      return `<table style="margin:0 0 16px;border-collapse:collapse;font-size:16px">${block.rows.map(rowHtml).join("")}</table>`;
    case "link":
      return `<p style="margin:0 0 16px"><a href="${escapeHtml(block.href)}" style="color:#194d8a;font-weight:bold">${escapeHtml(block.text)}</a></p>`;
    case "quote":
      return `<blockquote lang="${escapeHtml(block.language)}" dir="auto" style="${QUOTE}">${withWholeLinks(block.html)}</blockquote>`;
    case "about":
      return `<p class="small" style="${SMALL};margin:0 0 16px">${escapeHtml(block.label)} <q${inLanguage(block)}>${escapeHtml(block.text)}</q></p>`;
    case "group":
      return `<h2${inLanguage(block.title)} style="margin:0;font-size:16px"><a href="${escapeHtml(block.href)}" style="color:#194d8a">${escapeHtml(block.title.text)}</a></h2><p style="margin:0 0 20px">${escapeHtml(block.line)}${block.words ? `<br><q${inLanguage(block.words)}>${escapeHtml(block.words.text)}</q>` : ""}</p>`;
    default:
      return `<p${block.language ? inLanguage(block) : ""} style="margin:0 0 16px">${escapeHtml(block.text)}</p>`;
  }
}

const CELL = "padding:6px 24px 6px 0;border-top:1px solid #c9c7c0;text-align:left;vertical-align:top";

function rowHtml({ label, ...words }: { label: string } & Words): string {
  return `<tr><th scope="row" style="${CELL};font-weight:normal">${escapeHtml(label)}</th><td${words.language ? inLanguage(words) : ""} style="${CELL}">${escapeHtml(words.text)}</td></tr>`;
}

/** Words of people: which language they are in, if it is known, and that they run in the direction of their first letter. */
function inLanguage({ language }: Words): string {
  return `${language ? ` lang="${escapeHtml(language)}"` : ""} dir="auto"`;
}

/** A link to a page of ours leads there from a mail too. */
function withWholeLinks(html: string): string {
  return html.replaceAll('href="/', `href="${absolute("/")}`);
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
