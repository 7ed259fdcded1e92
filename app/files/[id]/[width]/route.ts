import { getActor } from "@/lib/auth/current";
import { download } from "@/lib/files/download";
import { route } from "@/lib/http/response";

/** A picture in one of its widths. */
const answer = route(async (request: Request, { params }: { params: Promise<{ id: string; width: string }> }) => {
  const { id, width } = await params;
  return download(await getActor(), request, id, width);
});

export { answer as GET, answer as HEAD };
