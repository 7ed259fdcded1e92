import { getActor, getLocale } from "@/lib/auth/current";
import { fileAnswer } from "@/lib/exports/answer";
import { exportSelection } from "@/lib/exports/export";
import { route } from "@/lib/http/response";
import { filtersFrom } from "@/lib/write-ups/library-query";

/** What the library shows with these filters, as one file: ?as=pdf, docx, md, json or csv. */
export const GET = route(async (request: Request) => {
  const query = new URL(request.url).searchParams;
  const [reader, locale] = await Promise.all([getActor(), getLocale()]);
  const { filters } = filtersFrom(Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)])));
  const languages = [locale, ...(reader?.languages ?? []), "en"];
  const zone = reader?.zone ?? "Europe/Rome";
  const file = await exportSelection(reader, filters, query.get("as") ?? "", { locale, zone, languages });
  return fileAnswer(file, query.has("open"));
});
