import { getActor, getLocale } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { route } from "@/lib/http/response";
import { isContentLanguage, type Locale } from "@/lib/i18n/locales";
import { numberIn } from "@/lib/revisions/address";
import { asBibtex, asCsl, asText, type Cited, citedIn, fileNameFor } from "@/lib/revisions/citation";
import { CITATION_FORMATS, type CitationFormat } from "@/lib/revisions/limits";
import { getRevision } from "@/lib/revisions/queries";

interface Props {
  params: Promise<{ id: string; number: string }>;
}

const FILES: Record<
  CitationFormat,
  { type: string; extension: string; write: (cited: Cited, locale: Locale) => string }
> = {
  text: { type: "text/plain", extension: "txt", write: (cited, locale) => `${asText(cited, locale)}\n` },
  bibtex: { type: "application/x-bibtex", extension: "bib", write: asBibtex },
  csl: { type: "application/vnd.citationstyles.csl+json", extension: "json", write: asCsl },
};

/** Hidden, missing and never shared are one answer. */
export const GET = route(async (request: Request, { params }: Props) => {
  const [{ id, number }, actor, locale] = await Promise.all([params, getActor(), getLocale()]);
  const query = new URL(request.url).searchParams;
  const wanted = query.get("in");
  const languages = [...(isContentLanguage(wanted) ? [wanted] : []), locale, ...(actor?.languages ?? []), "en"];
  const place = numberIn(number);
  const revision = place === null ? null : await getRevision(actor, id, place, languages, locale);
  const cited = revision && citedIn(revision);
  if (!cited) throw new AppError("not_found");
  const format = CITATION_FORMATS.find((one) => one === (query.get("as") ?? "text"));
  if (!format) throw new AppError("invalid");
  const { type, extension, write } = FILES[format];
  return new Response(write(cited, locale), {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${fileNameFor(cited, extension)}"`,
      "cache-control": "private, no-store",
    },
  });
});
