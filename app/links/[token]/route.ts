import { cookies } from "next/headers";
import { settings } from "@/lib/env/settings";
import { route } from "@/lib/http/response";
import { LINK_COOKIE, LINK_COOKIE_SECONDS, LINK_TOKEN_MAX } from "@/lib/signed-links/limits";

/** Where a mail's link leads: its secret goes from the address into a cookie, and nothing else happens. */
export const GET = route(async (_request: Request, { params }: { params: Promise<{ token: string }> }) => {
  const { token } = await params;
  (await cookies()).set(LINK_COOKIE, token.slice(0, LINK_TOKEN_MAX), {
    httpOnly: true,
    sameSite: "lax",
    secure: settings.secure,
    path: "/links",
    maxAge: LINK_COOKIE_SECONDS,
  });
  return new Response(null, { status: 303, headers: { location: "/links", "cache-control": "private, no-store" } });
});
