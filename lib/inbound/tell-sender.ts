import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { limitRate } from "@/lib/auth/rate-limit";
import { hashToken } from "@/lib/auth/tokens";
import { AppError } from "@/lib/errors/errors";
import { pickLocale } from "@/lib/i18n/locales";
import { queueMail } from "@/lib/mail/outbox";
import { emailInput } from "@/lib/text/input";
import type { ReplyToken } from "./address";
import { REFUSALS_A_DAY } from "./limits";
import type { Incoming } from "./types";

const DAY = 86_400;

/**
 * Queues the letter that says what became of a message: to its person's own address, or, when it came from another one
 * (`actor` is null), there. Few a day, so that two programs cannot keep each other busy and nobody floods a stranger.
 */
export async function tellSender(tx: Tx, mail: Incoming, actor: Actor | null, token: ReplyToken): Promise<void> {
  const toEmail = actor?.email ?? mail.from;
  if (!emailInput.safeParse(toEmail).success) return;
  if (!(await mayStill(toEmail, actor ? REFUSALS_A_DAY.own : REFUSALS_A_DAY.other))) return;
  // Whoever knows somebody's address for answers could write with a new sender each time.
  if (!actor && !(await mayStill(token.personId, REFUSALS_A_DAY.own))) return;
  const language = actor?.locale ?? (await languageOf(tx, toEmail));
  const personId = actor?.personId ?? null;
  await queueMail(tx, { kind: "reply-refused", toEmail, personId, inboundMailId: mail.id, language });
}

async function mayStill(whose: string, limit: number): Promise<boolean> {
  try {
    await limitRate(`reply-refused:${hashToken(whose)}`, limit, DAY);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "too_many") return false;
    throw error;
  }
}

async function languageOf(tx: Tx, email: string): Promise<string> {
  const [person] = await tx.select({ languages: people.languages }).from(people).where(eq(people.email, email));
  return pickLocale(person?.languages ?? []);
}
