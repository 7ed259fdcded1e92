import { getActor, getLocale } from "@/lib/auth/current";
import { aboutIn } from "@/lib/comments/asked";
import { suggestionsOn } from "@/lib/comments/suggest";
import { AppError } from "@/lib/errors/errors";
import { json, route } from "@/lib/http/response";
import { isId } from "@/lib/ids";

const TYPED_MAX = 60;

/**
 * GET /api/comments/people?writeUp=<id>|session=<id>|ask=<id>&q=<letters>[&parent=<id>][&inside=1]: whom one can call
 * there, in answer to a comment, or inside the city.
 */
export const GET = route(async (request: Request) => {
  const query = new URL(request.url).searchParams;
  const about = aboutIn(query);
  const parent = query.get("parent");
  const typed = query.get("q") ?? "";
  if (typed.length > TYPED_MAX) throw new AppError("invalid");
  if (parent !== null && !isId(parent)) throw new AppError("not_found");
  const [reader, locale] = await Promise.all([getActor(), getLocale()]);
  const found = await suggestionsOn(reader, about, { typed, parentId: parent, inside: query.has("inside") }, locale);
  return json(found);
});
