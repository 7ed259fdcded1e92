import { bytesIn } from "@/lib/files/size";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Media } from "@/lib/write-ups/document";
import { Credit } from "./credit";

interface Props {
  media: readonly Media[];
  /** The language of the text, where it is not the interface's. */
  lang?: string;
  locale: Locale;
}

/** The documents of a text, to be downloaded; nothing when there is none. */
export function Documents({ media, lang, locale }: Props) {
  const documents = media.filter(({ kind }) => kind === "document");
  if (documents.length === 0) return null;
  return (
    <section className="band" aria-labelledby="documents">
      <h2 className="hung" id="documents">
        {translator(locale, "files.reading")("documents")}
      </h2>
      <ul className="text stack">
        {documents.map((document) => (
          <li key={document.id}>
            <a className="act" href={`/files/${document.fileId}`} lang={lang}>
              {document.caption}
            </a>{" "}
            <span className="muted nowrap">{bytesIn(document.size, locale)}</span>
            {(document.credit || document.licence) && <Credit media={document} locale={locale} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
