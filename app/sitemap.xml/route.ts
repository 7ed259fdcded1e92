import { settings } from "@/lib/env/settings";
import { sitemap } from "@/lib/exports/sitemap";
import { route } from "@/lib/http/response";

/** Read anew for each request: it must not keep the address of something that was taken back. */
export const dynamic = "force-dynamic";

export const GET = route(async () => {
  const headers = { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=300" };
  return new Response(await sitemap(settings.url), { headers });
});
