import { isLicence, LICENCE_PAGES } from "@/lib/files/limits";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Media } from "@/lib/write-ups/document";

/** Who made it, and what others may do with it. */
export function Credit({ media, locale }: { media: Media; locale: Locale }) {
  const t = translator(locale, "files");
  const { credit, licence, kind } = media;
  const page = isLicence(licence) ? LICENCE_PAGES[licence] : undefined;
  const name = isLicence(licence) ? t(`words.licences.${licence}`) : licence;
  return (
    <span className="source">
      {credit && t(kind === "picture" ? "reading.credit" : "reading.creditDocument", { credit })}
      {credit && name && " · "}
      {page ? (
        <a href={page} rel="license noopener">
          {name}
        </a>
      ) : (
        name
      )}
    </span>
  );
}
