import type { Document } from "@/lib/write-ups/document";
import type { WriteUpPage } from "@/lib/write-ups/types";

/** A published write-up in the words of schema.org. For public ones only: it stands in the page for machines that copy. */
export function linkedData(writeUp: WriteUpPage, site: URL, cityName: string): Record<string, unknown> {
  const { document, language, originalLanguage } = writeUp;
  const address = (given: string) =>
    new URL(`/write-ups/${writeUp.id}${given === originalLanguage ? "" : `?in=${given}`}`, site).href;
  const city = { "@type": "GovernmentOrganization", name: cityName };
  return {
    "@context": "https://schema.org",
    "@type": "Article",
    "@id": address(language),
    url: address(language),
    headline: document.title,
    description: document.card,
    inLanguage: language,
    ...(language !== originalLanguage ? { translationOfWork: { "@id": address(originalLanguage) } } : {}),
    image: new URL(`/write-ups/${writeUp.id}/picture.png?in=${language}`, site).href,
    datePublished: writeUp.releasedAt?.toISOString(),
    dateModified: writeUp.updatedAt.toISOString(),
    author: city,
    publisher: city,
    isAccessibleForFree: true,
    citation: citationsOf(document),
  };
}

function citationsOf({ sources }: Document) {
  return sources.map(({ title, url, publisher, date, language }) => ({
    "@type": "CreativeWork",
    name: title,
    ...(url ? { url } : {}),
    ...(publisher ? { publisher: { "@type": "Organization", name: publisher } } : {}),
    ...(date ? { datePublished: date } : {}),
    ...(language ? { inLanguage: language } : {}),
  }));
}
