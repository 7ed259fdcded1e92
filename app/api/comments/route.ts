import { getActor, getLocale, getZone } from "@/lib/auth/current";
import { aboutIn } from "@/lib/comments/asked";
import { listThread } from "@/lib/comments/queries";
import { listReplies } from "@/lib/comments/replies";
import type { ThreadCursor } from "@/lib/comments/types";
import { AppError } from "@/lib/errors/errors";
import { json, route } from "@/lib/http/response";
import { isId } from "@/lib/ids";

/**
 * GET /api/comments?writeUp=<id>|session=<id>|ask=<id>[&before=<id>|&after=<id>]: one page of a thread.
 * With &replies=<id>&after=<id> one page of the answers to a comment.
 */
export const GET = route(async (request: Request) => {
  const query = new URL(request.url).searchParams;
  const [reader, locale, zone] = await Promise.all([getActor(), getLocale(), getZone()]);
  const [about, view] = [aboutIn(query), { locale, zone }];
  const rootId = query.get("replies");
  const page =
    rootId === null
      ? await listThread(reader, about, cursorIn(query), view)
      : await listReplies(reader, about, { rootId: known(rootId), cursor: { after: known(query.get("after")) } }, view);
  if (!page) throw new AppError("not_found");
  return json(page);
});

function cursorIn(query: URLSearchParams): ThreadCursor {
  const before = query.get("before");
  const after = query.get("after");
  if (before !== null && after !== null) throw new AppError("invalid");
  if (before !== null) return { before: known(before) };
  return after === null ? null : { after: known(after) };
}

function known(id: string | null): string {
  if (!isId(id)) throw new AppError("not_found");
  return id;
}
