import { widthsOf } from "@/lib/files/limits";
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

/** The pictures of a text, under a heading of their own; nothing when there is none. */
export function Pictures({ media, lang, locale }: Props) {
  const pictures = media.filter(({ kind }) => kind === "picture");
  if (pictures.length === 0) return null;
  return (
    <section className="band" aria-labelledby="pictures">
      <h2 className="hung" id="pictures">
        {translator(locale, "files.reading")("pictures")}
      </h2>
      <div className="matter pictures">
        {pictures.map((picture) => (
          <Picture key={picture.id} picture={picture} alone={pictures.length === 1} lang={lang} locale={locale} />
        ))}
      </div>
    </section>
  );
}

/** One picture with what it tells, who made it and its licence. */
function Picture({ picture, alone, lang, locale }: Omit<Props, "media"> & { picture: Media; alone: boolean }) {
  const { fileId, alt, caption } = picture;
  const width = picture.width ?? 0;
  const widths = widthsOf(width);
  const address = (one: number) => `/files/${fileId}/${one}`;
  return (
    <figure>
      {/* biome-ignore lint/performance/noImgElement: the sizes are made when it comes, and each is asked for with the reader's rights */}
      <img
        src={address(widths.find((one) => one >= 960) ?? width)}
        srcSet={widths.map((one) => `${address(one)} ${one}w`).join(", ")}
        sizes={alone ? "(min-width: 64rem) 44rem, 100vw" : "(min-width: 80rem) 28rem, (min-width: 64rem) 36vw, 100vw"}
        width={width}
        height={picture.height ?? 0}
        alt={alt}
        lang={lang}
        loading="lazy"
        decoding="async"
      />
      <figcaption>
        {caption && <span lang={lang}>{caption}</span>}
        <Credit media={picture} locale={locale} />
      </figcaption>
    </figure>
  );
}
