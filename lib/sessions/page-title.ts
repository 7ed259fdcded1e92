import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";

/** What the page of one side of a session is called: "Minutes: Who pays?"; the side alone where the session is not seen. */
export async function pageTitle(actor: Actor | null, id: string, side: string): Promise<string> {
  if (!actor || !isId(id)) return side;
  const [session] = await db
    .select({ title: sessions.title })
    .from(sessions)
    .where(and(eq(sessions.id, id), sessionsVisibleTo(actor)))
    .limit(1);
  if (!session) return side;
  return side.endsWith("?") ? `${side} ${session.title}` : `${side}: ${session.title}`;
}
