import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Document, Observation } from "@/lib/write-ups/document";
import { groupFigures, unitWord } from "@/lib/write-ups/figures";
import { dateOf, Evidence, Figure, SourceLink, Value } from "./figure";

interface Props {
  document: Document;
  locale: Locale;
  lang?: string;
  accent: string;
}

const IN_SIGHT = 4;

/** Two figures in conflict stand large, side by side; several of one kind in a row; all others in a table to open. */
export function Figures({ document, locale, lang, accent }: Props) {
  const t = translator(locale, "reading");
  const { groups, others } = groupFigures(document.observations);
  const sourceOf = (one: Observation) => document.sources.find((source) => source.id === one.sourceId);
  const shown = groups.length > 0 ? [] : others.slice(0, others.length <= IN_SIGHT ? IN_SIGHT : IN_SIGHT - 1);
  const rest = others.filter((one) => !shown.includes(one));
  const figure = (one: Observation) => (
    <Figure key={one.id} observation={one} source={sourceOf(one)} locale={locale} lang={lang} />
  );
  return (
    <section className="matter" aria-labelledby="figures">
      <h2 id="figures">{t("figures")}</h2>
      <p className="muted small">{t("figuresNote")}</p>
      {groups.map((group, index) => {
        const [first, second] = group;
        if (index === 0 && group.length === 2 && first && second) {
          return (
            <div key={first.id}>
              <div className="versus under">
                {figure(first)}
                <span className="sign">
                  <span aria-hidden="true">≠</span>
                  <span className="vh">{t("notEqual")}</span>
                </span>
                {figure(second)}
              </div>
              <p className="small under">{t("differ")}</p>
            </div>
          );
        }
        return (
          <div key={first?.id} className={`series ${accent} under`}>
            {group.map(figure)}
          </div>
        );
      })}
      {shown.length > 0 && <div className={`series ${accent} under`}>{shown.map(figure)}</div>}
      {rest.length > 0 && (
        <details className="under">
          <summary>{t("allFigures")}</summary>
          <table className="timetable stacks">
            <caption className="vh">{t("figures")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("figure")}</th>
                <th scope="col" className="r">
                  {t("value")}
                </th>
                <th scope="col">{t("asOf")}</th>
                <th scope="col">{t("source")}</th>
              </tr>
            </thead>
            <tbody>
              {rest.map((one) => (
                <tr key={one.id}>
                  <th scope="row" lang={lang}>
                    {one.label}
                    {one.note && <span className="source">{one.note}</span>}
                  </th>
                  <td className="r">
                    <Value observation={one} locale={locale} /> <span lang={lang}>{unitWord(one)}</span>
                  </td>
                  <td>
                    {dateOf(one, locale)}
                    {one.evidence && (
                      <span className="source">
                        <Evidence observation={one} locale={locale} />
                      </span>
                    )}
                  </td>
                  <td>
                    <SourceLink source={sourceOf(one)} locale={locale} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
