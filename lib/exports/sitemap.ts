import "server-only";
import { listPublic } from "./queries";
import { xml } from "./xml";

const ADDRESSES_MAX = 50_000;
const PAGES = ["/", "/library", "/cities", "/sources", "/accessibility", "/privacy"];

/** Addresses for search engines: the pages of everybody, and what cities have published, in each of its languages. */
export async function sitemap(site: URL): Promise<string> {
  const published = await listPublic(ADDRESSES_MAX / 10);
  const address = (path: string) => xml(new URL(path, site).href);
  const texts = published.map(({ id, updatedAt, languages: [original, ...others] }) => {
    const paths = [`/write-ups/${id}`, ...others.map((language) => `/write-ups/${id}?in=${language}`)];
    const links = [original, ...others]
      .map(
        (language, at) =>
          `<xhtml:link rel="alternate" hreflang="${xml(language ?? "")}" href="${address(paths[at] ?? "")}"/>`,
      )
      .join("");
    return paths
      .map((path) => `<url><loc>${address(path)}</loc><lastmod>${updatedAt.toISOString()}</lastmod>${links}</url>`)
      .join("\n");
  });
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">`,
    ...PAGES.map((path) => `<url><loc>${address(path)}</loc></url>`),
    ...texts,
    `</urlset>\n`,
  ].join("\n");
}
