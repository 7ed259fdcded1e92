import { getActor, getLocale, getZone } from "@/lib/auth/current";
import { listThread } from "@/lib/comments/queries";
import type { About, ThreadCursor } from "@/lib/comments/types";
import { AppError } from "@/lib/errors/errors";
import { json, route } from "@/lib/http/response";
import { isId } from "@/lib/ids";

/** GET /api/comments?writeUp=<id>|session=<id>|ask=<id>[&before=<id>|&after=<id>]: one page of a thread. */
export const GET = route(async (request: Request) => {
  const query = new URL(request.url).searchParams;
  const [reader, locale, zone] = await Promise.all([getActor(), getLocale(), getZone()]);
  const page = await listThread(reader, aboutIn(query), cursorIn(query), { locale, zone });
  if (!page) throw new AppError("not_found");
  return json(page);
});

function aboutIn(query: URLSearchParams): About {
  const [writeUpId, sessionId, askId] = ["writeUp", "session", "ask"].map((name) => query.get(name));
  if ([writeUpId, sessionId, askId].filter((id) => id !== null).length !== 1) throw new AppError("invalid");
  if (isId(writeUpId)) return { writeUpId };
  if (isId(sessionId)) return { sessionId };
  if (isId(askId)) return { askId };
  throw new AppError("not_found");
}

function cursorIn(query: URLSearchParams): ThreadCursor {
  const before = query.get("before");
  const after = query.get("after");
  if (before !== null && after !== null) throw new AppError("invalid");
  if (before === null && after === null) return null;
  if (isId(before)) return { before };
  if (isId(after)) return { after };
  throw new AppError("not_found");
}
