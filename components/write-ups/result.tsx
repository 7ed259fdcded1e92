import Link from "next/link";
import { City } from "@/components/ui/plate";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { unitWord } from "@/lib/write-ups/figures";
import type { WriteUpCard } from "@/lib/write-ups/types";
import { Value } from "./reading/figure";

/** A write-up in a list: whose, its title and card, its languages, up to three figures. */
export function Result({ item, locale, withoutCity }: { item: WriteUpCard; locale: Locale; withoutCity?: boolean }) {
  const t = translator(locale, "library");
  const lang = item.language === locale ? undefined : item.language;
  const date = (partial: string | null) => (partial ? formatPartialDate(partial, locale) : t("dateNotShown"));
  return (
    <li className="result">
      <div className="stack tight">
        <p className="kicker">
          {!withoutCity && <City city={item.city} />}
          <span>{t(`kinds.${item.kind}`)}</span>
          {item.startedOn && <span>{t("since", { date: date(item.startedOn) })}</span>}
          {(item.audience === "draft" || item.audience === "city") && (
            <span>{t(`audience.${item.audience}`, { city: item.city.name })}</span>
          )}
        </p>
        <h3 lang={lang}>
          <Link href={`/write-ups/${item.id}`} prefetch={false}>
            {item.title}
          </Link>
        </h3>
        <p className="card" lang={lang}>
          {item.card}
        </p>
        <p className="small muted">{about(item, locale)}</p>
      </div>
      {item.figures.length > 0 && (
        <dl className="tally">
          {item.figures.slice(0, 3).map((figure) => (
            <div key={figure.id}>
              <dt lang={lang}>
                {figure.label}
                <br />
                <span className="muted" lang={locale}>
                  {date(figure.asOf)}
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

/** A unit stands beside its number only when it is an abbreviation, such as "t"; the label says the rest. */
function shortUnit(unit: string): string {
  return unit.length > 0 && unit.length <= 3 ? ` ${unit}` : "";
}

/** "Respond, rebuild. In Italian and English." */
function about(item: WriteUpCard, locale: Locale): string {
  const t = translator(locale, "library");
  const phases = translator(locale, "reading");
  const names = item.phases.flatMap((phase) =>
    phase === "respond" || phase === "rebuild" || phase === "reinvent" ? [phases(`phases.${phase}.name`)] : [],
  );
  const languages = item.languages.map((language) => languageIn(language, locale));
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(languages);
  const parts = [names.join(", "), t("inLanguages", { languages: list })];
  if (item.behind > 0) parts.push(t("behind", { language: languageIn(item.language, locale), count: item.behind }));
  return parts.filter(Boolean).join(". ");
}
