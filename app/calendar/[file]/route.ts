import { feedResponse } from "@/lib/calendars/feed-response";
import { route } from "@/lib/http/response";

export const GET = route(async (request: Request, { params }: { params: Promise<{ file: string }> }) =>
  feedResponse(request, (await params).file),
);
