import { cookies } from "next/headers";
import { settings } from "@/lib/env/settings";
import { AppError } from "@/lib/errors/errors";
import { route } from "@/lib/http/response";
import { MAIL_CHOICE_COOKIE, MAIL_CHOICE_COOKIE_SECONDS, UNSUBSCRIBE_TOKEN_MAX } from "@/lib/inbox/limits";
import { setRhythmByMail } from "@/lib/inbox/rhythm";

interface Context {
  params: Promise<{ token: string }>;
}

/** Where a mail's link leads: its secret goes from the address into a cookie, and nothing else happens. */
export const GET = route(async (_request: Request, { params }: Context) => {
  const { token } = await params;
  (await cookies()).set(MAIL_CHOICE_COOKIE, token.slice(0, UNSUBSCRIBE_TOKEN_MAX), {
    httpOnly: true,
    sameSite: "lax",
    secure: settings.secure,
    path: "/unsubscribe",
    maxAge: MAIL_CHOICE_COOKIE_SECONDS,
  });
  return new Response(null, {
    status: 303,
    headers: { location: "/unsubscribe", "cache-control": "private, no-store" },
  });
});

/** One press in a mail program (RFC 8058): no more mail with news, without a cookie and without a question. */
export const POST = route(async (request: Request, { params }: Context) => {
  const form = await request.formData().catch(() => null);
  if (form?.get("List-Unsubscribe") !== "One-Click") throw new AppError("invalid");
  await setRhythmByMail({ token: (await params).token, rhythm: "never" });
  return new Response(null, { status: 204, headers: { "cache-control": "private, no-store" } });
});
