import { getActor, getLocale } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { addFile } from "@/lib/files/add";
import { refusedWith } from "@/lib/files/refusal";
import { json, route } from "@/lib/http/response";

/**
 * POST /api/files?writeUp=<id>&key=<form key> with one file in a form. A plain form is sent on to the page where the file
 * gets its words, or back with the reason; a script is told either as JSON.
 */
export const POST = route(async (request: Request) => {
  const query = new URL(request.url).searchParams;
  const writeUpId = query.get("writeUp") ?? "";
  const page = `/write-ups/${writeUpId}/edit/files`;
  const isPlain = request.headers.get("accept")?.includes("text/html");
  const actor = await getActor();
  if (!actor && isPlain) return seeOther(`/sign-in?to=${encodeURIComponent(page)}`);
  if (!actor) throw new AppError("unauthenticated");

  const kept = await addFile(actor, { writeUpId, formKey: query.get("key") ?? "" }, request);
  if (typeof kept !== "string") {
    const to = `${page}/${kept.fileId}`;
    return isPlain ? seeOther(to) : json({ to });
  }
  if (isPlain) return seeOther(`${page}?refused=${kept}`);
  const message = await refusedWith(actor, writeUpId, kept, await getLocale());
  return json({ code: kept, message }, { status: 422 });
});

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
