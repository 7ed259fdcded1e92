import "server-only";
import type { Queryable } from "@/db/client";
import { settings } from "@/lib/env/settings";
import type { Locale } from "@/lib/i18n/locales";

/** What a mail says, in order. Both its plain and its HTML part are made from these. */
export type Block =
  | { kind: "text"; text: string }
  | { kind: "heading"; text: string; language?: string }
  | { kind: "code"; text: string }
  | { kind: "link"; text: string; href: string }
  /** The one time that a mail is about, large, and what it means in words. */
  | { kind: "clock"; clock: string; text: string }
  | { kind: "rows"; rows: { label: string; text: string }[] }
  /** Somebody's words: as they were typed, and rendered and made safe when they were written. */
  | { kind: "quote"; markdown: string; html: string; language: string };

export interface Letter {
  locale: Locale;
  subject: string;
  blocks: Block[];
  /** Why one gets it, at the end. */
  footer: string;
  attachments?: { filename: string; contentType: string; content: string }[];
  /** What a calendar program acts on by itself. */
  calendar?: { method: "REQUEST" | "CANCEL"; content: string };
  /** Letters with the same one stand together in a mail program. */
  thread?: string;
}

/**
 * A letter, or the reason for which none is sent. `inTurn` is asked right before the sending, inside its transaction: it
 * waits for another letter that must not be overtaken, and says why this one has become void meanwhile.
 */
export type Composed = { letter: Letter; inTurn?: (tx: Queryable) => Promise<string | null> } | { dropped: string };

export function absolute(path: string): string {
  return new URL(path, settings.url).href;
}

export function letterText({ blocks, footer }: Letter): string {
  return [...blocks.map(blockText), `-- \n${footer}`].join("\n\n");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "link":
      return `${block.text}:\n${block.href}`;
    case "quote":
      return block.markdown.replace(/^/gm, "> ");
    case "code":
      return `    ${block.text}`;
    case "clock":
      return `${block.clock}\n${block.text}`;
    case "rows":
      return block.rows.map(({ label, text }) => `${label}: ${text}`).join("\n");
    default:
      return block.text;
  }
}

const BODY = "margin:0;padding:24px;font:16px/1.5 Verdana,sans-serif;color:#1a2026;background:#fbfaf7";
const QUOTE = "margin:0 0 16px;padding-left:14px;border-left:4px solid #194d8a";

export function letterHtml({ locale, subject, blocks, footer }: Letter): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="${BODY}"><div style="max-width:608px">${blocks.map(blockHtml).join("")}<p style="margin:32px 0 0;font-size:14px;color:#505963">${escapeHtml(footer)}</p></div></body></html>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h2 style="margin:24px 0 8px;font-size:20px;line-height:1.3"${block.language ? ` lang="${escapeHtml(block.language)}"` : ""}>${escapeHtml(block.text)}</h2>`;
    case "code":
      return `<p style="margin:0 0 16px;font-size:32px;font-weight:bold;letter-spacing:4px">${escapeHtml(block.text)}</p>`;
    case "clock":
      return `<p style="margin:24px 0 0;font-size:56px;line-height:1.1;font-weight:bold">${escapeHtml(block.clock)}</p><p style="margin:0 0 16px;font-size:20px;font-weight:bold">${escapeHtml(block.text)}</p>`;
    case "rows":
      return `<table style="margin:0 0 16px;border-collapse:collapse;font-size:16px">${block.rows.map(rowHtml).join("")}</table>`;
    case "link":
      return `<p style="margin:0 0 16px"><a href="${escapeHtml(block.href)}" style="color:#194d8a;font-weight:bold">${escapeHtml(block.text)}</a></p>`;
    case "quote":
      return `<blockquote lang="${escapeHtml(block.language)}" style="${QUOTE}">${block.html}</blockquote>`;
    default:
      return `<p style="margin:0 0 16px">${escapeHtml(block.text)}</p>`;
  }
}

const CELL = "padding:6px 24px 6px 0;border-top:1px solid #c9c7c0;text-align:left";

function rowHtml({ label, text }: { label: string; text: string }): string {
  return `<tr><th scope="row" style="${CELL};font-weight:normal">${escapeHtml(label)}</th><td style="${CELL}">${escapeHtml(text)}</td></tr>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
