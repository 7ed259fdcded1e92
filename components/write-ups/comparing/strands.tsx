import type { CSSProperties } from "react";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { axisOf, type Moment, momentsOf } from "@/lib/write-ups/comparison";
import { PHASES } from "@/lib/write-ups/document";
import type { WriteUpPage } from "@/lib/write-ups/types";

/** All timelines on one axis of days since each crisis began, and the same as a table. */
export function Strands({ writeUps, locale }: { writeUps: WriteUpPage[]; locale: Locale }) {
  const t = translator(locale, "comparison");
  const rows = writeUps.map((writeUp) => ({ writeUp, moments: momentsOf(writeUp.document) }));
  const axis = axisOf(rows.map(({ moments }) => moments));
  if (!axis) return null;
  const at = ({ from, to }: Pick<Moment, "from" | "to">) =>
    ({ "--at": axis.place(from).toFixed(4), "--to": axis.place(to).toFixed(4) }) as CSSProperties;
  return (
    <section className="band" aria-labelledby="days">
      <header className="hung">
        <h2 id="days">{t("days")}</h2>
        <p>{t("daysNote")}</p>
      </header>
      <div className="matter">
        <div className="strands" aria-hidden="true">
          {rows.map(({ writeUp, moments }) => (
            <div className={`strand ${writeUp.city.accent}`} key={writeUp.id}>
              <City city={writeUp.city} />
              <p>
                {moments.map((moment) => (
                  <span key={moment.id} style={at(moment)}>
                    <b>{PHASES.indexOf(moment.phase) + 1}</b>
                  </span>
                ))}
              </p>
            </div>
          ))}
          <p className="ticks">
            {axis.ticks.map((tick) => (
              <span key={tick} style={at({ from: tick, to: tick })}>
                {tick}
              </span>
            ))}
          </p>
        </div>
        <p className="small muted">
          {PHASES.map((phase, index) => `${index + 1} ${translator(locale, "reading")(`phases.${phase}.name`)}`).join(
            " · ",
          )}
        </p>
        <details className="under">
          <summary>{t("asTable")}</summary>
          <table className="timetable stacks">
            <caption className="vh">{t("days")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("city")}</th>
                <th scope="col">{t("day")}</th>
                <th scope="col">{t("phase")}</th>
                <th scope="col">{t("what")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.flatMap(({ writeUp, moments }) =>
                moments.map((moment) => (
                  <tr key={`${writeUp.id}-${moment.id}`}>
                    <th scope="row">{writeUp.city.name}</th>
                    <td className="nowrap">
                      {t("dayNumber", {
                        from: moment.from,
                        to: moment.to,
                        exact: moment.from === moment.to ? "yes" : "no",
                      })}
                      <span className="source">{formatPartialDate(moment.date, locale)}</span>
                    </td>
                    <td>{translator(locale, "reading")(`phases.${moment.phase}.name`)}</td>
                    <td lang={writeUp.language === locale ? undefined : writeUp.language}>{moment.what}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </details>
      </div>
    </section>
  );
}
