import "server-only";
import NextAuth from "next-auth";
import { settings } from "@/lib/env/settings";
import { newId } from "@/lib/ids";
import { ownPath } from "@/lib/text/input";
import { adapter, findPersonByEmail } from "./adapter";
import { SIGN_IN_DAYS, signInCookie } from "./current";
import { SIGN_IN_MINUTES, sendSignInMail } from "./email";
import { newToken, tokenFor } from "./tokens";

/**
 * next-auth checks links, codes and identity providers and makes the sign-in. Reading who is signed in is our own
 * (`current.ts`): one statement that also brings the memberships.
 */
export const { handlers, signIn } = NextAuth(() => {
  // The address that identity providers come back to is the public one, whatever Host a request carries.
  process.env.AUTH_URL = new URL("/api/auth", settings.url).href;
  const oidc = settings.oidc;
  return {
    adapter,
    secret: settings.secret,
    trustHost: true,
    session: { strategy: "database", maxAge: SIGN_IN_DAYS * 86_400, generateSessionToken: newToken },
    cookies: {
      sessionToken: {
        name: signInCookie(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: settings.secure },
      },
    },
    pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in/code" },
    logger: {
      error: (error) => console.error("signing in:", "type" in error ? error.type : error.message),
      warn: () => {},
    },
    providers: [
      {
        id: "email",
        type: "email",
        name: "E-mail",
        maxAge: SIGN_IN_MINUTES * 60,
        generateVerificationToken: () => tokenFor("sign-in", newId()),
        sendVerificationRequest: ({ identifier, token, url }) => {
          const wanted = new URL(url).searchParams.get("callbackUrl") ?? "/";
          const path = URL.canParse(wanted) ? wanted.slice(new URL(wanted).origin.length) : wanted;
          return sendSignInMail(identifier, token, ownPath(path));
        },
      },
      ...(oidc
        ? [
            {
              id: "oidc",
              type: "oidc" as const,
              name: oidc.name,
              issuer: oidc.issuer,
              clientId: oidc.id,
              clientSecret: oidc.secret,
              // Strict providers tell the address at their userinfo endpoint only.
              idToken: false,
              // A person is known by the address they were invited with, and the provider vouches for it.
              allowDangerousEmailAccountLinking: true,
            },
          ]
        : []),
    ],
    callbacks: {
      // Nobody gets an account by signing in: one is invited. Asking for a link answers the same either way.
      async signIn({ user, account, profile, email }) {
        if (email?.verificationRequest) return true;
        if (account?.type === "oidc" && profile?.email_verified !== true) return false;
        return (await findPersonByEmail(user.email ?? "")) !== null;
      },
      redirect: ({ url, baseUrl }) =>
        new URL(ownPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url), baseUrl).href,
    },
  };
});
