import { getActor } from "@/lib/auth/current";
import { download } from "@/lib/files/download";
import { route } from "@/lib/http/response";

/** A document, or a picture in its widest size. Hidden and missing are one answer. */
const answer = route(async (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  download(await getActor(), request, (await params).id),
);

export { answer as GET, answer as HEAD };
