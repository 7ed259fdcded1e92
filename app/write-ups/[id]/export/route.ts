import { getActor, getLocale } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { fileAnswer } from "@/lib/exports/answer";
import { exportWriteUp } from "@/lib/exports/export";
import { route } from "@/lib/http/response";
import { isContentLanguage } from "@/lib/i18n/locales";
import { isId } from "@/lib/ids";

/** One write-up as a file: ?as=pdf, docx, md or json, and ?in=pl for one of its languages. */
export const GET = route(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const query = new URL(request.url).searchParams;
  const [{ id }, reader, locale] = await Promise.all([params, getActor(), getLocale()]);
  const wanted = query.get("in");
  const languages = [...(isContentLanguage(wanted) ? [wanted] : []), locale, ...(reader?.languages ?? []), "en"];
  const zone = reader?.zone ?? "Europe/Rome";
  const file = isId(id) ? await exportWriteUp(reader, id, query.get("as") ?? "", { locale, zone, languages }) : null;
  if (!file) throw new AppError("not_found");
  return fileAnswer(file, query.has("open"));
});
