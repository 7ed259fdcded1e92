import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { Document, Section } from "@/lib/write-ups/document";

interface Props {
  document: Document;
  city: string;
  locale: Locale;
  lang?: string;
}

/** The text, one band for each section that has one; those without say why, together at the end. */
export function Sections({ document, city, locale, lang }: Props) {
  const t = translator(locale, "reading");
  const isWritten = (section: Section) =>
    section.html !== "" || (section.key === "conditions" && document.buildingBlocks.length > 0);
  const empty = document.sections.filter((section) => !isWritten(section));
  const written = document.sections.filter(isWritten).map((section) => (
    <section className="band" aria-labelledby={section.key} key={section.key}>
      <header className="hung">
        <h2 id={section.key}>{t(`sections.${section.key}`)}</h2>
        {section.audience === "cohort" && <p>{t("forCohort", { city })}</p>}
        {section.audience === "city" && <p>{t("forCity", { city })}</p>}
      </header>
      {section.html && (
        <div
          className="text stack prose"
          lang={lang}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised when it was written
          dangerouslySetInnerHTML={{ __html: section.html }}
        />
      )}
      {section.key === "conditions" && document.buildingBlocks.length > 0 && (
        <BuildingBlocks document={document} locale={locale} lang={lang} />
      )}
    </section>
  ));
  return (
    <>
      {written}
      {empty.length > 0 && (
        <section className="band light" aria-labelledby="left-empty">
          <h2 className="hung" id="left-empty">
            {t("leftEmpty")}
          </h2>
          <dl className="text reasons">
            {empty.map((section) => (
              <div key={section.key}>
                <dt>{t(`sections.${section.key}`)}</dt>
                <dd className="muted">{whyEmpty(section, locale)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

export function whyEmpty({ empty }: Section, locale: Locale): string {
  const t = translator(locale, "reading");
  if (!empty) return t("empty.untouched");
  return t(`empty.${empty.why}`, { by: empty.by ? formatPartialDate(empty.by, locale) : "none" });
}

function BuildingBlocks({ document, locale, lang }: { document: Document; locale: Locale; lang?: string }) {
  const t = translator(locale, "reading");
  return (
    <table className="text timetable stacks">
      <caption>{t("parts")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("part")}</th>
          <th scope="col">{t("needs")}</th>
          <th scope="col">{t("canBeTaken")}</th>
        </tr>
      </thead>
      <tbody>
        {document.buildingBlocks.map((block) => (
          <tr key={block.id}>
            <th scope="row" lang={lang}>
              {block.name}
            </th>
            <td lang={lang}>{block.needs}</td>
            <td className="nowrap" data-l={`${t("canBeTaken")}:`}>
              {t(`transferable.${block.transferable}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
