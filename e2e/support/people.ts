import { randomBytes } from "node:crypto";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { db } from "@/db/client";
import { signIns } from "@/db/schema";
import { hashToken } from "@/lib/auth/tokens";

/** Plays a person of the demo, such as "official-turin", as a script would. */
export async function signInAs(where: Page | BrowserContext, handle: string): Promise<void> {
  const answer = await where.request.post("/api/demo/sign-in", { form: { as: handle }, maxRedirects: 0 });
  expect(answer.status(), `signing in as ${handle}`).toBe(303);
}

/** Signs in a person whom the test made itself. */
export async function signInPerson(context: BrowserContext, personId: string): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 86_400_000);
  await db.insert(signIns).values({ personId, tokenHash: hashToken(token), expiresAt, userAgent: "journey" });
  await context.addCookies([
    { name: "stafeta", value: token, url: process.env.JOURNEYS_URL, httpOnly: true, sameSite: "Lax" },
  ]);
}
