import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Document } from "@/lib/write-ups/document";

export function Organisations({ document, locale }: { document: Document; locale: Locale }) {
  const t = translator(locale, "reading");
  return (
    <section className="band" aria-labelledby="organisations">
      <h2 className="hung" id="organisations">
        {t("organisations")}
      </h2>
      <ul className="text columns">
        {document.organisations.map(({ id, name, url }) => (
          <li key={id}>
            {url ? (
              <a href={url} rel="noopener">
                {name}
              </a>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
