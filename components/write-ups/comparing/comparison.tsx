import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { daysBetween } from "@/lib/time/partial-date";
import { comparedSections } from "@/lib/write-ups/comparison";
import type { WriteUpPage } from "@/lib/write-ups/types";
import { Value } from "../reading/figure";
import { whyEmpty } from "../reading/sections";
import { Strands } from "./strands";

interface Props {
  writeUps: WriteUpPage[];
  locale: Locale;
}

/** Two to four write-ups, one column each, with the same part of each on one line. */
export function Comparison({ writeUps, locale }: Props) {
  const t = translator(locale, "comparison");
  const r = translator(locale, "reading");
  const langOf = ({ language }: WriteUpPage) => (language === locale ? undefined : language);
  const documents = writeUps.map(({ document }) => document);
  const row = (id: string, title: string, cell: (writeUp: WriteUpPage) => React.ReactNode) => (
    <section className="band" aria-labelledby={id} key={id}>
      <h2 className="hung" id={id}>
        {title}
      </h2>
      <div className="matter abreast">
        {writeUps.map((writeUp) => (
          <div key={writeUp.id}>
            <h3>
              <City city={writeUp.city} />
            </h3>
            {cell(writeUp)}
          </div>
        ))}
      </div>
    </section>
  );
  return (
    <>
      {row("in-short", t("inShort"), (writeUp) => (
        <>
          <p>
            <a href={`/write-ups/${writeUp.id}`} lang={langOf(writeUp)}>
              <b>{writeUp.document.title}</b>
            </a>
          </p>
          <p lang={langOf(writeUp)}>{writeUp.document.card}</p>
          <p className="muted small">{began(writeUp, locale)}</p>
        </>
      ))}
      {documents.some(({ observations }) => observations.length > 0) &&
        row("figures", r("figures"), ({ document, ...writeUp }) =>
          document.observations.length === 0 ? (
            <p className="muted">{t("none")}</p>
          ) : (
            <dl>
              {[...document.observations]
                .sort((a, b) => Number(b.onCard) - Number(a.onCard))
                .slice(0, 6)
                .map((observation) => (
                  <div key={observation.id}>
                    <dt>
                      <b>
                        <Value observation={observation} locale={locale} />
                      </b>{" "}
                      <span lang={writeUp.language === locale ? undefined : writeUp.language}>{observation.label}</span>
                    </dt>
                    <dd className="muted small">
                      {observation.asOf ? formatPartialDate(observation.asOf, locale) : r("dateNotShown")}
                    </dd>
                  </div>
                ))}
            </dl>
          ),
        )}
      <Strands writeUps={writeUps} locale={locale} />
      {comparedSections(documents).map((key) =>
        row(key, r(`sections.${key}`), (writeUp) => {
          const section = writeUp.document.sections.find((one) => one.key === key);
          return section?.html ? (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised when it was written
            <div className="prose stack" lang={langOf(writeUp)} dangerouslySetInnerHTML={{ __html: section.html }} />
          ) : (
            <p className="muted">{section ? whyEmpty(section, locale) : t("noSuchSection")}</p>
          );
        }),
      )}
      {documents.some(({ buildingBlocks }) => buildingBlocks.length > 0) &&
        row("parts", r("parts"), (writeUp) =>
          writeUp.document.buildingBlocks.length === 0 ? (
            <p className="muted">{t("none")}</p>
          ) : (
            <ul className="stack tight">
              {writeUp.document.buildingBlocks.map((block) => (
                <li key={block.id}>
                  <b lang={langOf(writeUp)}>{block.name}</b>
                  <span className="muted small">
                    {" "}
                    {r("canBeTaken")}: {r(`transferable.${block.transferable}`)}
                  </span>
                </li>
              ))}
            </ul>
          ),
        )}
    </>
  );
}

/** "Case. It began on 21 February 2020, the first action came 3 days later." */
function began({ kind, document }: WriteUpPage, locale: Locale): string {
  const t = translator(locale, "comparison");
  const { beganOn, firstActionOn, startedOn } = document;
  const days = beganOn && firstActionOn ? daysBetween(beganOn, firstActionOn) : null;
  const date = beganOn ?? startedOn;
  return [
    translator(locale, "reading")(kind),
    date && t("began", { date: formatPartialDate(date, locale) }),
    days !== null && days >= 0 && t("firstAction", { days }),
  ]
    .filter(Boolean)
    .join(". ");
}
