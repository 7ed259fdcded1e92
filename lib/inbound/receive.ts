import "server-only";
import { eq } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { inboundMails } from "@/db/schema";
import { takeCalendarAnswer } from "@/lib/calendars/take-answer";
import type { ReplyKind, ReplyToken } from "./address";
import { type Envelope, readMessage } from "./incoming";
import type { InboundOutcome } from "./limits";
import { takeCommentReply } from "./take-comment";
import type { Incoming, Taken } from "./types";

/** What is done with a mail, by what the address says that it answers. */
const TAKERS: Record<ReplyKind, (tx: Tx, token: ReplyToken, mail: Incoming) => Promise<Taken>> = {
  calendar: takeCalendarAnswer,
  comment: takeCommentReply,
};

/**
 * Takes one message as it came, by whichever way. What makes no sense is logged and nothing else happens. Throws only when
 * the database is away: then it is to be tried again. The same message a second time changes nothing.
 */
export function receive(raw: Buffer, envelope: Envelope = {}): Promise<InboundOutcome> {
  const taken = before.then(() => take(raw, envelope));
  before = taken.catch(() => {});
  return taken;
}

// One at a time: each takes two connections to the database, and there are five for everybody.
let before: Promise<unknown> = Promise.resolve();

/**
 * What a taker says by a verb of its own is committed before the row that says so. When it ends in between, the message
 * comes again, and the verb finds what it has done: a form key, or an answer that is the same.
 */
async function take(raw: Buffer, envelope: Envelope): Promise<InboundOutcome> {
  const { mail, token } = await readMessage(raw, envelope);
  return db.transaction(async (tx) => {
    const [fresh] = await tx
      .insert(inboundMails)
      .values({ id: mail.id, fromEmail: mail.from, outcome: "stranger" })
      .onConflictDoNothing()
      .returning({ id: inboundMails.id });
    if (!fresh) return "unchanged";
    if (!token) return "stranger";
    const taken = await TAKERS[token.kind](tx, token, mail);
    await tx.update(inboundMails).set(taken).where(eq(inboundMails.id, fresh.id));
    return taken.outcome;
  });
}
