import { City } from "@/components/ui/plate";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate, sinceParts } from "@/lib/time/format";
import type { Phase } from "@/lib/write-ups/document";
import { unitWord } from "@/lib/write-ups/figures";
import type { FoundWriteUp, WriteUpCard } from "@/lib/write-ups/types";
import { Value } from "./reading/figure";

export interface ResultProps {
  item: WriteUpCard & Partial<FoundWriteUp>;
  locale: Locale;
  withoutCity?: boolean;
  /** The names of the terms that the search named. */
  filedUnder?: string;
}

/** A write-up in a list: whose, its title and card, its languages, up to three figures; where the words were found. */
export function Result({ item, locale, withoutCity, filedUnder }: ResultProps) {
  const t = translator(locale, "library");
  const lang = item.language === locale ? undefined : item.language;
  return (
    <li className="result">
      <div className="stack tight">
        <p className="kicker">
          {!withoutCity && <City city={item.city} />}
          <span>{t(`kinds.${item.kind}`)}</span>
          {item.startedOn && <span>{t("since", sinceParts(item.startedOn, locale))}</span>}
          {(item.audience === "draft" || item.audience === "city") && (
            <span>{t(`audience.${item.audience}`, { city: item.city.name })}</span>
          )}
        </p>
        <h3 lang={lang}>
          <a href={`/write-ups/${item.id}`}>{item.title}</a>
        </h3>
        <p className="card" lang={lang}>
          {item.card}
        </p>
        <Passage item={item} locale={locale} />
        <p className="small muted">{about(item, locale, item.filed ? filedUnder : undefined)}</p>
      </div>
      {item.figures.length > 0 && (
        <dl className="tally">
          {item.figures.slice(0, 3).map((figure) => (
            <div key={figure.id}>
              <dt lang={lang}>
                {figure.label}
                <br />
                <span className="muted" lang={locale}>
                  {figure.asOf ? formatPartialDate(figure.asOf, locale) : t("dateNotShown")}
                </span>
              </dt>
              <dd>
                <Value observation={figure} locale={locale} />
                {shortUnit(unitWord(figure))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function Passage({ item: { passage, passageLanguage }, locale }: Pick<ResultProps, "item" | "locale">) {
  if (!passage) return null;
  return (
    <p className="found-in small">
      <span className="vh">{translator(locale, "library")("passage")} </span>
      <q lang={passageLanguage === locale ? undefined : passageLanguage}>
        … {[...passage.entries()].map(([n, { text, found }]) => (found ? <mark key={n}>{text}</mark> : text))} …
      </q>
    </p>
  );
}

/** A unit stands beside its number only when it is an abbreviation, such as "t"; the label says the rest. */
function shortUnit(unit: string): string {
  return unit.length > 0 && unit.length <= 3 ? ` ${unit}` : "";
}

/** "Respond, rebuild. In Italian and English." */
function about(item: ResultProps["item"], locale: Locale, filedUnder?: string): string {
  const t = translator(locale, "library");
  const reading = translator(locale, "reading");
  const isPhase = (phase: string): phase is Phase => ["respond", "rebuild", "reinvent"].includes(phase);
  const names = item.phases.filter(isPhase).map((phase) => reading(`phases.${phase}.name`));
  const languages = new Intl.ListFormat(locale, { type: "conjunction" }).format(
    item.languages.map((language) => languageIn(language, locale)),
  );
  const parts = [names.join(", "), t("inLanguages", { languages })];
  if (item.behind > 0) parts.push(t("behind", { language: languageIn(item.language, locale), count: item.behind }));
  if (filedUnder) parts.push(t("filedUnder", { terms: filedUnder }));
  const line = parts.filter(Boolean).join(". ");
  return item.matchedIn ? `${line}. ${t("matchedIn", { language: languageIn(item.matchedIn, locale) })}` : line;
}
