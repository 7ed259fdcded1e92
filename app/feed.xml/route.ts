import { settings } from "@/lib/env/settings";
import { publicFeed } from "@/lib/exports/feed";
import { route } from "@/lib/http/response";
import { acceptedLanguages, pickLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** The same for everybody who asks in one language. */
export const GET = route(async (request: Request) => {
  const locale = pickLocale(acceptedLanguages(request.headers.get("accept-language")));
  const t = translator(locale, "exports");
  const feed = await publicFeed(settings.url, [locale], {
    title: t("feedTitle"),
    subtitle: t("feedSubtitle"),
    cityOf: (city) => t("cityOf", { city }),
  });
  return new Response(feed, {
    headers: {
      "content-type": "application/atom+xml; charset=utf-8",
      "cache-control": "public, max-age=300",
      vary: "accept-language",
    },
  });
});
