import "server-only";
import { createHash } from "node:crypto";
import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from "mailparser";
import { settings } from "@/lib/env/settings";
import { type ReplyToken, readReplyAddress } from "./address";
import { htmlWords } from "./html-words";
import { INBOUND_MAX_WORDS } from "./limits";
import type { Incoming } from "./types";

/** Whom a message was handed over for, and by whom, where that is known: by SMTP it is. */
export interface Envelope {
  to?: readonly string[];
  /** Empty for what nobody waits to have back. */
  from?: string;
}

/** A message as it came, read: what makes no sense in it is left out. */
export async function readMessage(
  raw: Buffer,
  { to = [], from }: Envelope,
): Promise<{ mail: Incoming; token: ReplyToken | null }> {
  const mail = await parsed(raw);
  const token = [...to, ...recipientsOf(mail)].map(readReplyAddress).find((found) => found !== null);
  return { mail: incoming(mail, raw, from), token: token ?? null };
}

function incoming(mail: ParsedMail | null, raw: Buffer, envelopeFrom: string | undefined): Incoming {
  const from = senderOf(mail);
  const id = mail?.messageId?.trim().slice(0, 500) || `sha256:${createHash("sha256").update(raw).digest("hex")}`;
  const words = mail?.text?.trim() ? mail.text : htmlWords(mail?.html || "");
  return {
    id: printable(id),
    from: printable(from),
    calendars: (mail?.attachments ?? []).filter(isCalendar).map(({ content }) => content.toString("utf8")),
    words: words.slice(0, INBOUND_MAX_WORDS),
    files: (mail?.attachments ?? []).filter((file) => isFile(file, mail?.html || "")).map(nameOf),
    automatic: envelopeFrom === "" || isAutomatic(mail, from),
  };
}

function parsed(raw: Buffer): Promise<ParsedMail | null> {
  const plain = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, keepCidLinks: true };
  return simpleParser(raw, plain).catch(() => null);
}

/** The sender, if there is exactly one. */
function senderOf(mail: ParsedMail | null): string {
  const [from, another] = addressesIn(mail?.from);
  return from && !another ? from : "";
}

function recipientsOf(mail: ParsedMail | null): string[] {
  if (!mail) return [];
  const delivered = ["delivered-to", "x-original-to", "envelope-to"].map((name) => header(mail, name));
  return [...addressesIn(mail.to), ...addressesIn(mail.cc), ...delivered.map((address) => address.trim())];
}

function addressesIn(given: AddressObject | AddressObject[] | undefined): string[] {
  return [given ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .flatMap(({ address }) => address?.toLowerCase() ?? []);
}

function header(mail: ParsedMail, name: string): string {
  const given = mail.headerLines?.find(({ key }) => key === name)?.line ?? "";
  return given.slice(given.indexOf(":") + 1).trim();
}

/** By a program, by a list, or by ourselves: an answer to it might be answered by a program again, for ever. */
function isAutomatic(mail: ParsedMail | null, from: string): boolean {
  if (!mail) return true;
  const of = (name: string) => header(mail, name).toLowerCase();
  const [local = ""] = from.split("@");
  return (
    !/^(?:no\b|$)/.test(of("auto-submitted")) ||
    /^(?:bulk|junk|list|auto_reply)\b/.test(of("precedence")) ||
    ["x-auto-response-suppress", "x-autoreply", "x-autorespond", "list-id", "list-post"].some((name) => of(name)) ||
    of("return-path") === "<>" ||
    of("content-type").startsWith("multipart/report") ||
    /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)\b/.test(local) ||
    isOurs(from)
  );
}

function isOurs(address: string): boolean {
  const inbound = settings.inboundAddress?.split("@") ?? [];
  const [local = "", domain = ""] = address.split("@");
  const own = /<([^>]*)>/.exec(settings.mailFrom)?.[1] ?? settings.mailFrom;
  return address === own.trim().toLowerCase() || (domain === inbound[1] && local.split("+")[0] === inbound[0]);
}

function isCalendar({ contentType }: Attachment): boolean {
  return contentType === "text/calendar" || contentType === "application/ics";
}

/** Signatures, and pictures that stand within the words, are no files that somebody wished to give. */
function isFile(file: Attachment, html: string): boolean {
  if (isCalendar(file) || file.related || /signature|pgp-encrypted|pgp-keys/.test(file.contentType)) return false;
  return !file.cid || !html.includes(`cid:${file.cid}`);
}

function nameOf({ filename }: Attachment): string {
  return printable(filename ?? "")
    .replace(/[\p{Cf}\s]+/gu, " ")
    .trim()
    .slice(0, 80);
}

/** What PostgreSQL can keep. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, "")
    .slice(0, 500);
}
