import { AppError } from "@/lib/errors/errors";
import { sharePicture } from "@/lib/exports/share-picture";
import { route } from "@/lib/http/response";
import { isContentLanguage, pickLocale } from "@/lib/i18n/locales";
import { isId } from "@/lib/ids";

/** 1200 × 630, for those who share the link of a published write-up. It asks as the public, whoever is signed in. */
export const GET = route(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  const wanted = new URL(request.url).searchParams.get("in");
  const language = isContentLanguage(wanted) ? wanted : "en";
  const png = isId(id) ? await sharePicture(id, language, pickLocale([language])) : null;
  if (!png) throw new AppError("not_found");
  return new Response(new Uint8Array(png), {
    headers: { "content-type": "image/png", "cache-control": "public, max-age=600" },
  });
});
