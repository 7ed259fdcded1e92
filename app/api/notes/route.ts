import { getActor, getLocale } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { json, route } from "@/lib/http/response";
import { keepNote } from "@/lib/notes/mutations";
import { getNotes } from "@/lib/notes/queries";
import { KeepNote } from "@/lib/notes/schema";

/** GET /api/notes?session=<id>: the notes of a session as I see them. Changes come through /api/live?topic=notes:<id>. */
export const GET = route(async (request: Request) => {
  const { actor, view } = await requireReader();
  const page = await getNotes(actor, new URL(request.url).searchParams.get("session") ?? "", view);
  if (!page) throw new AppError("not_found");
  return json(page);
});

/** POST /api/notes: keeps what I have typed so far into a note. 409: the minutes are locked. */
export const POST = route(async (request: Request) => {
  const { actor, view } = await requireReader();
  if (!request.headers.get("content-type")?.startsWith("application/json")) throw new AppError("invalid");
  const parsed = KeepNote.safeParse(await request.json().catch(() => null));
  if (!parsed.success) throw new AppError("invalid");
  const kept = await keepNote(actor, parsed.data, view).catch((thrown: unknown) => {
    const locked = thrown instanceof AppError && thrown.fields.form !== undefined;
    throw locked ? new AppError("conflict") : thrown;
  });
  return json(kept);
});

async function requireReader() {
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  if (!actor) throw new AppError("unauthenticated");
  return { actor, view: { locale, zone: actor.zone } };
}
