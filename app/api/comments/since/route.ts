import { getActor, getLocale } from "@/lib/auth/current";
import { aboutIn } from "@/lib/comments/asked";
import { missedSince } from "@/lib/comments/live-missed";
import { AppError } from "@/lib/errors/errors";
import { json, route } from "@/lib/http/response";

/** GET /api/comments/since?writeUp=<id>|session=<id>|ask=<id>&at=<milliseconds>: what a page missed whose line was away. */
export const GET = route(async (request: Request) => {
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  if (!actor) throw new AppError("unauthenticated");
  const query = new URL(request.url).searchParams;
  const at = query.get("at") ?? "";
  if (!/^\d{1,15}$/.test(at)) throw new AppError("invalid");
  const missed = await missedSince(actor, aboutIn(query), Number(at), { locale, zone: actor.zone });
  if (!missed) throw new AppError("not_found");
  return json(missed);
});
