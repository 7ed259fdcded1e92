import { getActor } from "@/lib/auth/current";
import { lengthenVisit } from "@/lib/comments/visit";
import { AppError } from "@/lib/errors/errors";
import { json, route } from "@/lib/http/response";
import { isId } from "@/lib/ids";

/**
 * POST /api/comments/seen?comment=<id>[&marked=1]: the reader leaves a page on which they saw all that was said up to this
 * comment. One that is not there for them changes nothing, and the answer is the same.
 */
export const POST = route(async (request: Request) => {
  const actor = await getActor();
  if (!actor) throw new AppError("unauthenticated");
  const query = new URL(request.url).searchParams;
  const id = query.get("comment");
  if (!isId(id)) throw new AppError("not_found");
  await lengthenVisit(actor, id, query.has("marked"));
  return json({ ok: true });
});
