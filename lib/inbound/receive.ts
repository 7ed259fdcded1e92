import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";
import { db, type Tx } from "@/db/client";
import { inboundMails } from "@/db/schema";
import { takeCalendarAnswer } from "@/lib/calendars/take-answer";
import { type ReplyKind, type ReplyToken, readReplyAddress } from "./address";
import type { InboundOutcome } from "./limits";
import type { Incoming, Taken } from "./types";

/** What is done with a mail, by what the address says that it answers. */
const TAKERS: Record<ReplyKind, (tx: Tx, token: ReplyToken, mail: Incoming) => Promise<Taken>> = {
  calendar: takeCalendarAnswer,
};

/**
 * Takes one message as it came, by whichever way: `to` are the addresses it was delivered to, where they are known. What
 * makes no sense is logged and nothing else happens. Throws only when the database is away: then it is to be tried again.
 * The same message a second time changes nothing.
 */
export function receive(raw: Buffer, to: readonly string[] = []): Promise<InboundOutcome> {
  const taken = before.then(() => take(raw, to));
  before = taken.catch(() => {});
  return taken;
}

// One at a time: each takes two connections to the database, and there are five for everybody.
let before: Promise<unknown> = Promise.resolve();

async function take(raw: Buffer, to: readonly string[]): Promise<InboundOutcome> {
  const mail = await parsed(raw);
  const incoming = { from: senderOf(mail), calendars: calendarsOf(mail) };
  const id = mail?.messageId?.trim().slice(0, 500) || `sha256:${createHash("sha256").update(raw).digest("hex")}`;
  const token = [...to, ...recipientsOf(mail)].map(readReplyAddress).find((found) => found !== null);
  return db.transaction(async (tx) => {
    const [fresh] = await tx
      .insert(inboundMails)
      .values({ id: printable(id), fromEmail: printable(incoming.from), outcome: "stranger" })
      .onConflictDoNothing()
      .returning({ id: inboundMails.id });
    if (!fresh) return "unchanged";
    if (!token) return "stranger";
    const taken = await TAKERS[token.kind](tx, token, incoming);
    await tx.update(inboundMails).set(taken).where(eq(inboundMails.id, fresh.id));
    return taken.outcome;
  });
}

function parsed(raw: Buffer): Promise<ParsedMail | null> {
  const plain = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true };
  return simpleParser(raw, plain).catch(() => null);
}

/** The sender, if there is exactly one. */
function senderOf(mail: ParsedMail | null): string {
  const [from, another] = addressesIn(mail?.from);
  return from && !another ? from : "";
}

function recipientsOf(mail: ParsedMail | null): string[] {
  if (!mail) return [];
  const delivered = ["delivered-to", "x-original-to", "envelope-to"].map((name) =>
    String(mail.headers.get(name) ?? ""),
  );
  return [...addressesIn(mail.to), ...addressesIn(mail.cc), ...delivered.map((address) => address.trim())];
}

function addressesIn(given: AddressObject | AddressObject[] | undefined): string[] {
  return [given ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .flatMap(({ address }) => address?.toLowerCase() ?? []);
}

function calendarsOf(mail: ParsedMail | null): string[] {
  return (mail?.attachments ?? [])
    .filter(({ contentType }) => contentType === "text/calendar" || contentType === "application/ics")
    .map(({ content }) => content.toString("utf8"));
}

/** What PostgreSQL can keep. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, "")
    .slice(0, 500);
}
