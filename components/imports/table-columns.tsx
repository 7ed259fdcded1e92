import { type Column, columnName } from "@/lib/exports/columns";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { CARD_MAX, TITLE_MAX } from "@/lib/write-ups/limits";

/** How a table of cases looks: its columns, and what each holds. */
export function TableColumns({ locale }: { locale: Locale }) {
  const t = translator(locale, "imports");
  const name = (column: Column) => columnName(column, locale);
  const dates = {
    began: name("began"),
    first: name("firstAction"),
    started: name("started"),
    ended: name("ended"),
  };
  const rows: [string, string][] = [
    [name("title"), t("holds.title", { title: TITLE_MAX })],
    [name("language"), t("holds.language")],
    [name("crisis"), t("holds.crisis")],
    [name("kind"), t("holds.kind")],
    [name("card"), t("holds.card", { card: CARD_MAX })],
    [t("dateColumns", dates), t("holds.dates")],
    [name("timeline"), t("holds.timeline")],
    [name("figures"), t("holds.figures")],
    [name("organisations"), t("holds.organisations")],
    [name("sources"), t("holds.sources")],
    [
      t("termColumns", { areas: name("policyAreas"), themes: name("themes"), groups: name("targetGroups") }),
      t("holds.terms"),
    ],
    [name("sdgs"), t("holds.sdgs")],
    [t("oneTermColumns", { maturity: name("maturity"), scale: name("scale") }), t("holds.term")],
    [t("sectionColumns", { first: name("what-is-done"), second: name("what-did-not-work") }), t("holds.sections")],
  ];
  return (
    <section className="band" aria-labelledby="columns">
      <div className="hung stack">
        <h2 id="columns">{t("tableHead")}</h2>
      </div>
      <div className="matter stack">
        <p>{t("tableText")}</p>
        <p>
          <a className="act" href="/import/cases.csv" download="">
            {t("template")}
          </a>
        </p>
        <table className="timetable stacks">
          <caption className="vh">{t("tableHead")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("columnName")}</th>
              <th scope="col">{t("columnHolds")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([column, holds]) => (
              <tr key={column}>
                <th scope="row">{column}</th>
                <td>{holds}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
