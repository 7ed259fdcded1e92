import { wovenSection } from "@/components/passages/woven";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { arrange } from "@/lib/passages/arrange";
import type { PassageTalk } from "@/lib/passages/types";
import { formatPartialDate } from "@/lib/time/format";
import type { Document, Section } from "@/lib/write-ups/document";

interface Props {
  document: Document;
  city: string;
  language: string;
  locale: Locale;
  lang?: string;
  /** What is said about passages; null where nobody reads comments. */
  talk: PassageTalk | null;
  /** Only the sections before one, or those after it. */
  only?: { before: string } | { after: string };
}

/** The text, one band for each section that has one; those without say why, together at the end. */
export function Sections({ document, city, language, locale, lang, talk, only }: Props) {
  const t = translator(locale, "reading");
  const empty = document.sections.filter((section) => !isWritten(section, document));
  const arranged = talk && arrange({ language, sections: document.sections }, talk.beside);
  const written = shown(document, only).map((section) => {
    const { key, html } = section;
    const around = arranged?.get(key);
    const text = talk && around ? wovenSection({ key, html, arranged: around, talk, language, locale }).join("") : html;
    return (
      <section className="band" aria-labelledby={key} key={key}>
        <SectionHeader section={section} city={city} locale={locale} />
        {html && (
          <div
            className="text stack prose"
            lang={lang}
            data-passages={talk ? key : undefined}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised when it was written
            dangerouslySetInnerHTML={{ __html: text }}
          />
        )}
        <SectionParts section={section} document={document} locale={locale} lang={lang} />
      </section>
    );
  });
  return (
    <>
      {written}
      {empty.length > 0 && !(only && "before" in only) && (
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

function isWritten({ key, html }: Section, { buildingBlocks }: Document): boolean {
  return html !== "" || (key === "conditions" && buildingBlocks.length > 0);
}

function shown(document: Document, only: Props["only"]): Section[] {
  const written = document.sections.filter((section) => isWritten(section, document));
  if (!only) return written;
  const at = written.findIndex(({ key }) => key === ("before" in only ? only.before : only.after));
  return "before" in only ? written.slice(0, at) : written.slice(at + 1);
}

export function SectionHeader({ section, city, locale }: { section: Section; city: string; locale: Locale }) {
  const t = translator(locale, "reading");
  return (
    <header className="hung">
      <h2 id={section.key}>{t(`sections.${section.key}`)}</h2>
      {section.audience === "cohort" && <p>{t("forCohort", { city })}</p>}
      {section.audience === "city" && <p>{t("forCity", { city })}</p>}
    </header>
  );
}

export function whyEmpty({ empty }: Section, locale: Locale): string {
  const t = translator(locale, "reading");
  if (!empty) return t("empty.untouched");
  return t(`empty.${empty.why}`, { by: empty.by ? formatPartialDate(empty.by, locale) : "none" });
}

/** What stands in a section besides its text. */
export function SectionParts({
  section,
  document,
  locale,
  lang,
}: {
  section: Section;
  document: Document;
  locale: Locale;
  lang?: string;
}) {
  const t = translator(locale, "reading");
  if (section.key !== "conditions" || document.buildingBlocks.length === 0) return null;
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
