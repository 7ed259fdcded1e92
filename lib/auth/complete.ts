import "server-only";
import { cookies, headers } from "next/headers";
import { NextRequest } from "next/server";
import { settings } from "@/lib/env/settings";
import { SIGN_IN_DAYS, signInCookie } from "./current";
import { handlers } from "./next-auth";
import { cookieOptions } from "./sign-ins";

/**
 * Lets next-auth check a link's token or a six-digit code, and passes its cookie on. The token travels in a POST of ours,
 * so that mail scanners that open links sign nobody in and no token stays in an address. False: it was not right.
 */
export async function completeEmailSignIn(email: string, proof: string): Promise<boolean> {
  const url = new URL("/api/auth/callback/email", settings.url);
  url.search = new URLSearchParams({ email, token: proof, callbackUrl: "/" }).toString();
  const sent = await headers();
  const request = new NextRequest(url, {
    headers: { cookie: sent.get("cookie") ?? "", "user-agent": sent.get("user-agent") ?? "" },
  });
  const response = await handlers.GET(request);
  const name = signInCookie();
  const found = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  const token = found?.slice(name.length + 1).split(";", 1)[0];
  if (!token) return false;
  (await cookies()).set(name, token, cookieOptions(new Date(Date.now() + SIGN_IN_DAYS * 86_400_000)));
  return true;
}
