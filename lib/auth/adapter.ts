import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { headers } from "next/headers";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { db } from "@/db/client";
import { identities, people, signIns } from "@/db/schema";
import { AppError } from "@/lib/errors/errors";
import { takeSignInRequest } from "./email";
import { createSignIn } from "./sign-ins";
import { hashToken } from "./tokens";

const columns = { id: people.id, email: people.email, name: people.name };

function toUser(row: { id: string; email: string; name: string } | undefined): AdapterUser | null {
  return row ? { ...row, emailVerified: new Date(0) } : null;
}

export async function findPersonByEmail(email: string) {
  const rows = await db.select(columns).from(people).where(eq(people.email, email.toLowerCase()));
  return rows[0] ?? null;
}

/** What next-auth asks of a store, on our own tables. Cookies' tokens are kept as hashes only. */
export const adapter: Adapter = {
  async getUser(id) {
    return toUser((await db.select(columns).from(people).where(eq(people.id, id)))[0]);
  },
  async getUserByEmail(email) {
    return toUser((await findPersonByEmail(email)) ?? undefined);
  },
  async getUserByAccount({ provider, providerAccountId }) {
    const rows = await db
      .select(columns)
      .from(identities)
      .innerJoin(people, eq(people.id, identities.personId))
      .where(and(eq(identities.provider, provider), eq(identities.subject, providerAccountId)));
    return toUser(rows[0]);
  },
  async linkAccount({ provider, providerAccountId, userId }) {
    await db
      .insert(identities)
      .values({ provider, subject: providerAccountId, personId: userId })
      .onConflictDoNothing();
  },
  createUser() {
    throw new AppError("forbidden"); // accounts come from invitations only
  },
  async updateUser(user) {
    const found = await db.select(columns).from(people).where(eq(people.id, user.id));
    return toUser(found[0]) ?? { id: user.id, email: user.email ?? "", emailVerified: null };
  },
  async createSession({ sessionToken, userId, expires }) {
    const userAgent = (await headers()).get("user-agent") ?? "";
    await createSignIn(userId, userAgent, db, sessionToken);
    return { sessionToken, userId, expires };
  },
  async getSessionAndUser(sessionToken) {
    const rows = await db
      .select({ ...columns, expires: signIns.expiresAt })
      .from(signIns)
      .innerJoin(people, eq(people.id, signIns.personId))
      .where(and(eq(signIns.tokenHash, hashToken(sessionToken)), sql`${signIns.expiresAt} > now()`));
    const user = toUser(rows[0]);
    const expires = rows[0]?.expires;
    return user && expires ? { user, session: { sessionToken, userId: user.id, expires } } : null;
  },
  updateSession: async () => null,
  async deleteSession(sessionToken) {
    await db.delete(signIns).where(eq(signIns.tokenHash, hashToken(sessionToken)));
  },
  // The request was stored, with its code, when its mail was queued.
  createVerificationToken: async (token) => token,
  async useVerificationToken({ identifier, token }) {
    const expires = await takeSignInRequest(identifier, token);
    return expires ? { identifier, token, expires } : null;
  },
};
