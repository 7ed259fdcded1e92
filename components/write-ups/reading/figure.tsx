import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { Observation, Source } from "@/lib/write-ups/document";
import { formatValue } from "@/lib/write-ups/figures";

interface Props {
  observation: Observation;
  source: Source | undefined;
  locale: Locale;
  /** The language of its words, which may not be the interface's. */
  lang?: string;
}

export function Value({ observation, locale }: { observation: Observation; locale: Locale }) {
  const t = translator(locale, "reading");
  const { word, value } = formatValue(observation, locale);
  return (
    <>
      {word && <small>{word === "about" ? t("about") : t("atMost")} </small>}
      {value}
    </>
  );
}

/** A value, what it counts, when, who says so: in this order. */
export function Figure({ observation, source, locale, lang }: Props) {
  const t = translator(locale, "reading");
  return (
    <div className="figure">
      <span className="value">
        <Value observation={observation} locale={locale} />
      </span>
      <span className="what" lang={lang}>
        {observation.label}
      </span>
      <span className="when">
        {observation.asOf ? formatPartialDate(observation.asOf, locale) : t("dateNotShown")}
        <br />
        <SourceLink source={source} locale={locale} />
      </span>
    </div>
  );
}

export function SourceLink({ source, locale }: { source: Source | undefined; locale: Locale }) {
  if (!source) return translator(locale, "reading")("noSource");
  return (
    <a href={`#source-${source.id}`} lang={source.language ?? undefined}>
      {source.publisher ?? source.title}
    </a>
  );
}
