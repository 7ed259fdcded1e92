import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { people, signInRequests } from "@/db/schema";
import { SIGN_IN_MINUTES } from "@/lib/auth/email";
import { codeFor, tokenFor } from "@/lib/auth/tokens";
import { pickLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { absolute, type Composed } from "./letter";

/** The link and the six digits, as long as they hold. */
export async function signInLetter(requestId: string | null): Promise<Composed> {
  const [request] = await db
    .select({
      id: signInRequests.id,
      email: signInRequests.email,
      returnTo: signInRequests.returnTo,
      open: sql<boolean>`${signInRequests.usedAt} is null and ${signInRequests.expiresAt} > now()`,
      languages: people.languages,
    })
    .from(signInRequests)
    .innerJoin(people, eq(people.email, signInRequests.email))
    .where(eq(signInRequests.id, requestId ?? ""));
  if (!request) return { dropped: "gone" };
  if (!request.open) return { dropped: "expired" };
  const locale = pickLocale(request.languages);
  const t = translator(locale, "mail");
  const query = new URLSearchParams({ email: request.email, token: tokenFor("sign-in", request.id) });
  if (request.returnTo !== "/") query.set("to", request.returnTo);
  return {
    letter: {
      locale,
      subject: t("signIn.subject"),
      blocks: [
        { kind: "text", text: t("signIn.lead", { minutes: SIGN_IN_MINUTES }) },
        { kind: "link", text: t("signIn.link"), href: absolute(`/sign-in/link?${query}`) },
        { kind: "text", text: t("signIn.code") },
        { kind: "code", text: codeFor(request.id) },
        { kind: "text", text: t("signIn.notYou") },
      ],
      footer: t("signIn.footer"),
    },
  };
}
