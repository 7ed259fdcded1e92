import "server-only";
import { AppError } from "@/lib/errors/errors";
import { readFeed } from "./feed";
import { isKnown, stateOf } from "./freshness";

const FILE = /^([A-Za-z0-9_-]{43})\.ics$/;

/** A person's sessions for their calendar program. An address that was ended, and one that never was, are one answer. */
export async function feedResponse(request: Request, file: string): Promise<Response> {
  const [, token] = FILE.exec(file) ?? [];
  const feed = token ? await readFeed(token) : null;
  if (!feed) throw new AppError("not_found");
  const state = stateOf(feed.id, feed.body);
  const headers = {
    etag: state.etag,
    "last-modified": state.since.toUTCString(),
    "cache-control": "private, no-cache",
  };
  if (isKnown(request.headers, state)) return new Response(null, { status: 304, headers });
  return new Response(feed.body, {
    headers: {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="stafeta.ics"',
    },
  });
}
