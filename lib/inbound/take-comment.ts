import "server-only";
import { createHmac } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { comments } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { COMMENT_MAX } from "@/lib/comments/limits";
import { postComment } from "@/lib/comments/post";
import { PostComment } from "@/lib/comments/schema";
import { thingOf } from "@/lib/comments/types";
import { settings } from "@/lib/env/settings";
import { AppError, type ErrorCode } from "@/lib/errors/errors";
import { markAnswered } from "@/lib/inbox/mutations";
import { clock } from "@/lib/time/now";
import type { ReplyToken } from "./address";
import { asMarkdown } from "./as-markdown";
import { REPLY_DAYS, type ReplyReason } from "./limits";
import { newWords } from "./new-words";
import { noteOf } from "./note";
import { tellSender } from "./tell-sender";
import type { Incoming, Taken } from "./types";

const WHY: Partial<Record<ErrorCode, ReplyReason>> = {
  not_found: "gone",
  forbidden: "gone",
  conflict: "removed",
  invalid: "long",
  too_many: "many",
};

/**
 * An answer by mail becomes a comment in the conversation that its writer was told of, under the rights they have now. It
 * counts when it came to the address that only they were given, from their own address. Whoever is refused gets one letter
 * that says why; a program never does.
 */
export async function takeCommentReply(tx: Tx, token: ReplyToken, mail: Incoming): Promise<Taken> {
  const { id, personId } = token;
  if (mail.automatic) return { outcome: "unknown", answersCommentId: id };
  const actor = await actorOf(personId).catch(nobody);
  if (!actor) return { outcome: "unknown", answersCommentId: id };
  if (actor.email.toLowerCase() !== mail.from) {
    await tellSender(tx, mail, null, token);
    return { outcome: "stranger", reason: noteOf({ reason: "other", files: [] }) };
  }
  const said = await say(tx, actor, id, mail);
  const about = { personId, answersCommentId: id };
  if ("reason" in said) {
    await tellSender(tx, mail, actor, token);
    const outcome = said.reason === "gone" || said.reason === "old" || said.reason === "removed" ? "late" : "refused";
    return { outcome, ...about, reason: noteOf({ reason: said.reason, files: [] }) };
  }
  const { commentId } = said;
  if (mail.files.length === 0) return { outcome: "posted", ...about, commentId };
  await tellSender(tx, mail, actor, token);
  return { outcome: "posted", ...about, commentId, reason: noteOf({ reason: "files", files: mail.files }) };
}

async function say(
  tx: Tx,
  actor: Actor,
  parentId: string,
  mail: Incoming,
): Promise<{ commentId: string } | { reason: ReplyReason }> {
  const [answered] = await tx
    .select({
      writeUpId: comments.writeUpId,
      sessionId: comments.sessionId,
      askId: comments.askId,
      createdAt: comments.createdAt,
      writes: sql<string | null>`(select c.language from comments c where c.author_id = ${actor.personId}
        order by c.created_at desc limit 1)`,
    })
    .from(comments)
    .where(eq(comments.id, parentId));
  const about = answered && thingOf(answered);
  if (!about) return { reason: "gone" };
  if (clock.now().getTime() - answered.createdAt.getTime() > REPLY_DAYS * 86_400_000) return { reason: "old" };
  const words = newWords(mail.words);
  if (words === "") return { reason: "empty" };
  if (words.length > COMMENT_MAX) return { reason: "long" };
  const input = PostComment.safeParse({
    ...about,
    parentId,
    markdown: asMarkdown(words),
    language: answered.writes ?? undefined,
    formKey: keyOf(mail, actor),
  });
  if (!input.success) return { reason: words.length < 3 ? "empty" : "long" };
  try {
    const { locale, zone } = actor;
    const { id } = await postComment(actor, input.data, { locale, zone }, "mail");
    await markAnswered(actor, about, parentId);
    return { commentId: id };
  } catch (error) {
    const reason = error instanceof AppError ? WHY[error.code] : undefined;
    if (reason) return { reason };
    throw error;
  }
}

/** The same message is the same form; nobody can foretell whose message has which key. */
function keyOf({ id }: Incoming, { personId }: Actor): string {
  const digest = createHmac("sha256", settings.secret).update(`reply-form:${personId}:${id}`).digest();
  return Array.from(digest.subarray(0, 16), (byte) => ALPHABET[byte & 31]).join("");
}
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

function nobody(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}
