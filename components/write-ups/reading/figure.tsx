import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { Observation, Source } from "@/lib/write-ups/document";
import { formatValue } from "@/lib/write-ups/figures";
import { term } from "@/lib/write-ups/terms";

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
  return (
    <div className="figure">
      <span className="value">
        <Value observation={observation} locale={locale} />
      </span>
      <span className="what" lang={lang}>
        {observation.label}
      </span>
      <span className="when">
        {dateOf(observation, locale)}
        <br />
        {observation.evidence && (
          <>
            <Evidence observation={observation} locale={locale} />
            <br />
          </>
        )}
        <SourceLink source={source} locale={locale} />
      </span>
    </div>
  );
}

/** "18 May 2020", or from when to when. */
export function dateOf({ from, asOf }: Observation, locale: Locale): string {
  if (!asOf) return translator(locale, "reading")("dateNotShown");
  const until = formatPartialDate(asOf, locale);
  return from ? `${formatPartialDate(from, locale)} – ${until}` : until;
}

/** How it is known: "counted, strong". */
export function Evidence({ observation, locale }: { observation: Observation; locale: Locale }) {
  const { evidence, strength } = observation;
  if (!evidence) return null;
  const words = [term("evidence", evidence, locale), strength && term("strength", strength, locale)];
  return words.filter(Boolean).join(", ");
}

export function SourceLink({ source, locale }: { source: Source | undefined; locale: Locale }) {
  if (!source) return translator(locale, "reading")("noSource");
  return (
    <a href={`#source-${source.id}`} lang={source.language ?? undefined}>
      {source.publisher ?? source.title}
    </a>
  );
}
