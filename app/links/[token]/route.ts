import { cookies } from "next/headers";
import { getActor } from "@/lib/auth/current";
import { settings } from "@/lib/env/settings";
import { route } from "@/lib/http/response";
import { isId } from "@/lib/ids";
import { LINK_COOKIE, LINK_COOKIE_SECONDS, LINK_TOKEN_MAX } from "@/lib/signed-links/limits";
import { straightPath } from "@/lib/signed-links/queries";

/**
 * Where a mail's link leads: its secret goes from the address into a cookie, and nothing else happens. Whoever is signed in
 * as its person needs none, and goes where they can answer.
 */
export const GET = route(async (request: Request, { params }: { params: Promise<{ token: string }> }) => {
  const { token } = await params;
  const asked = new URL(request.url).searchParams.get("comment");
  const comment = isId(asked) ? asked : null;
  const straight = await straightPath(await getActor(), token, comment);
  if (straight) return to(straight);
  (await cookies()).set(LINK_COOKIE, token.slice(0, LINK_TOKEN_MAX), {
    httpOnly: true,
    sameSite: "lax",
    secure: settings.secure,
    path: "/links",
    maxAge: LINK_COOKIE_SECONDS,
  });
  return to(comment ? `/links?comment=${comment}` : "/links");
});

function to(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
}
