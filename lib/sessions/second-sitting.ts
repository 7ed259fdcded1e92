import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canSession } from "@/lib/auth/can";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { LOCALES } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { isId } from "@/lib/ids";
import { PURPOSE_MAX } from "./limits";

/**
 * What the form for a second sitting holds at first, from the session of the first one; null without one, and
 * for those who do not hold the first.
 */
export async function secondSitting(actor: Actor, after: unknown) {
  if (!isId(after)) return null;
  const [first] = await db
    .select({
      cohortId: sessions.cohortId,
      status: sessions.status,
      title: sessions.title,
      purpose: sessions.purpose,
      format: sessions.format,
      minutes: sessions.minutes,
      language: sessions.language,
      hostId: sessions.hostId,
      mode: sessions.mode,
      location: sessions.location,
      joinUrl: sessions.joinUrl,
      confidentiality: sessions.confidentiality,
    })
    .from(sessions)
    .where(and(eq(sessions.id, after), sessionsVisibleTo(actor)));
  if (!first) return null;
  const { cohortId, status, title, purpose, hostId, minutes, location, joinUrl, ...same } = first;
  if (!canSession(actor, "session.edit", { cohortId, status, invited: [] })) return null;
  // In the session's own language, as far as there are words in it.
  const locale = LOCALES.find((one) => one === first.language) ?? "en";
  const said = translator(locale, "newSession")("secondPurpose", { title, purpose }).trim();
  return {
    title,
    values: {
      ...same,
      title,
      purpose: said.length <= PURPOSE_MAX ? said : purpose,
      host: hostId ?? "",
      minutes: String(minutes),
      location: location ?? "",
      joinUrl: joinUrl ?? "",
    },
  };
}
