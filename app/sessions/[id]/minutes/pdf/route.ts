import { getActor, getLocale } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { fileAnswer } from "@/lib/exports/answer";
import { route } from "@/lib/http/response";
import { minutesPdf } from "@/lib/minutes/pdf";

/** The minutes as a PDF, to keep, or with ?open to print. Hidden, missing and not signed in are one answer. */
export const GET = route(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const [{ id }, actor, locale] = await Promise.all([params, getActor(), getLocale()]);
  const file = actor && (await minutesPdf(actor, id, locale));
  if (!file) throw new AppError("not_found");
  return fileAnswer(file, new URL(request.url).searchParams.has("open"));
});
