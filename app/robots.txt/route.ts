import { settings } from "@/lib/env/settings";

export const dynamic = "force-dynamic";

export function GET(): Response {
  const lines = [
    "User-agent: *",
    "Disallow: /api/",
    "Disallow: /demo/",
    "Disallow: /sign-in",
    "Disallow: /invitations/",
    "Disallow: /library/export",
    "Disallow: /write-ups/*/export",
    "",
    `Sitemap: ${new URL("/sitemap.xml", settings.url).href}`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
