import "server-only";
import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { cookies } from "next/headers";
import { db, type Queryable } from "@/db/client";
import { signIns } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { settings } from "@/lib/env/settings";
import { AppError } from "@/lib/errors/errors";
import { RIGHTS } from "@/lib/live/events";
import { publish } from "@/lib/live/publish";
import type { Actor } from "./actor";
import { SIGN_IN_DAYS, signInCookie } from "./current";
import { hashToken, newToken } from "./tokens";

function expiry(): Date {
  return new Date(Date.now() + SIGN_IN_DAYS * 86_400_000);
}

/** Makes a place where the person is signed in and returns the cookie's token, which is stored nowhere. */
export async function createSignIn(personId: string, userAgent: string, tx: Queryable = db, token = newToken()) {
  const expiresAt = expiry();
  await tx
    .insert(signIns)
    .values({ personId, tokenHash: hashToken(token), expiresAt, userAgent: userAgent.slice(0, 300) });
  return { token, expiresAt };
}

export function cookieOptions(expires: Date) {
  return { httpOnly: true, sameSite: "lax", secure: settings.secure, path: "/", expires } as const;
}

/** For actions and routes: signs the person in and sets the cookie. */
export async function startSignIn(personId: string, userAgent: string): Promise<void> {
  const { token, expiresAt } = await createSignIn(personId, userAgent);
  (await cookies()).set(signInCookie(), token, cookieOptions(expiresAt));
}

/** The places where a person is signed in, newest first. */
export async function listSignIns(actor: Actor) {
  const rows = await db
    .select({ id: signIns.id, userAgent: signIns.userAgent, createdAt: signIns.createdAt })
    .from(signIns)
    .where(and(eq(signIns.personId, actor.personId), gt(signIns.expiresAt, sql`now()`)))
    .orderBy(desc(signIns.createdAt));
  return rows.map((row) => ({ ...row, here: row.id === actor.signInId }));
}

/** Ends one place of the actor's own; somebody else's does not exist. */
export async function endSignIn(actor: Actor, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx
      .delete(signIns)
      .where(and(eq(signIns.id, id), eq(signIns.personId, actor.personId)))
      .returning({ id: signIns.id });
    if (ended.length === 0) throw new AppError("not_found");
    await record(tx, { actorId: actor.personId, action: "sign-in.end", subjectId: id });
    await publish(tx, RIGHTS, { kind: "ended", id: actor.personId });
  });
}

/** Ends every place of the actor's own but the one they are at. Returns how many. */
export async function endOtherSignIns(actor: Actor): Promise<number> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .delete(signIns)
      .where(and(eq(signIns.personId, actor.personId), ne(signIns.id, actor.signInId)))
      .returning({ id: signIns.id });
    const detail = { count: ended.length };
    if (ended.length > 0) await record(tx, { actorId: actor.personId, action: "sign-in.end-others", detail });
    await publish(tx, RIGHTS, { kind: "ended", id: actor.personId });
    return ended.length;
  });
}

/** For actions: ends the place where the actor is now, and takes its cookie away. */
export async function signOut(actor: Actor): Promise<void> {
  await endSignIn(actor, actor.signInId);
  (await cookies()).set(signInCookie(), "", cookieOptions(new Date(0)));
}
