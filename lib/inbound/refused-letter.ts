import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, inboundMails } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { COMMENT_MAX } from "@/lib/comments/limits";
import { thingOf } from "@/lib/comments/types";
import { pickLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { absolute, type Composed } from "@/lib/mail/letter";
import type { Mail } from "@/lib/mail/send";
import { type Thing, thingFor } from "@/lib/signed-links/thing";
import { REPLY_DAYS } from "./limits";
import { readNote } from "./note";

/**
 * Says why nothing came of an answer by mail, or that its files were not taken. What it answered is named only to whoever
 * may know of it now; to another address nothing is.
 */
export async function refusedLetter({ inboundMailId, personId, language }: Mail): Promise<Composed> {
  const [mail] = await db
    .select()
    .from(inboundMails)
    .where(eq(inboundMails.id, inboundMailId ?? ""));
  const note = readNote(mail?.reason ?? null);
  const actor = personId ? await actorOf(personId).catch(() => null) : null;
  if (!mail || !note || (personId && !actor)) return { dropped: "gone" };
  const locale = actor?.locale ?? pickLocale([language]);
  const t = translator(locale, "mail.refused");
  const { reason, files } = note;
  const named = actor && reason !== "gone" ? await answeredThing(actor, mail.answersCommentId) : null;
  const at = mail.commentId ?? mail.answersCommentId ?? "";
  const way = reason === "removed" || !at ? "" : mail.commentId ? `?comment=${at}#comment-${at}` : `?reply=${at}#reply`;
  return {
    letter: {
      locale,
      subject: t(reason === "files" ? "subjectFiles" : "subject"),
      blocks: [
        ...(named ? [{ kind: "heading" as const, text: named.title, language: named.language }] : []),
        { kind: "text", text: t(`why.${reason}`, { days: REPLY_DAYS, max: COMMENT_MAX }) },
        ...files.slice(0, 20).map((file) => ({ kind: "text" as const, text: `– ${file || t("unnamed")}` })),
        { kind: "text", text: t(`what.${reason}`) },
        named
          ? { kind: "link", text: t(reason === "files" ? "see" : "open"), href: absolute(named.path + way) }
          : { kind: "link", text: t("signIn"), href: absolute("/sign-in") },
      ],
      footer: t("footer"),
    },
  };
}

async function answeredThing(actor: Actor, commentId: string | null): Promise<Thing | null> {
  const [row] = await db
    .select({ writeUpId: comments.writeUpId, sessionId: comments.sessionId, askId: comments.askId })
    .from(comments)
    .where(eq(comments.id, commentId ?? ""));
  const about = row && thingOf(row);
  return about ? thingFor(actor, about) : null;
}
