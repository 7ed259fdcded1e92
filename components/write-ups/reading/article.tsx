import { Documents } from "@/components/files/documents";
import { Pictures } from "@/components/files/pictures";
import { wovenSection } from "@/components/passages/woven";
import { keptHtml } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { arrange } from "@/lib/passages/arrange";
import type { OpenAt, PassageTalk } from "@/lib/passages/types";
import { formatPartialDate } from "@/lib/time/format";
import { dateIn } from "@/lib/time/wall";
import { isStale } from "@/lib/write-ups/confirmed";
import { markOf } from "@/lib/write-ups/documents";
import type { WriteUpPage } from "@/lib/write-ups/types";
import { crisisName } from "../crisis-name";
import { Figures } from "./figures";
import { Filed } from "./filed";
import { Money } from "./money";
import { Opening } from "./opening";
import { Organisations } from "./organisations";
import { SectionHeader, SectionParts, Sections } from "./sections";
import { Sources } from "./sources";
import { Timeline } from "./timeline";

interface Props {
  writeUp: WriteUpPage;
  locale: Locale;
  zone: string;
  now: Date;
  /** What is said about its passages; without it nothing of that is on the page. */
  talk?: PassageTalk | null;
  /** A field that stands open in the text. */
  field?: { at: OpenAt; node: React.ReactNode } | null;
}

/** A write-up as it is read, as one string of HTML: nothing in it is alive, unless a field stands open in it. */
export async function Article({ writeUp, locale, zone, now, talk = null, field }: Props) {
  const given = { writeUp, locale, today: dateIn(now, zone), talk };
  if (!field || !talk) return <Once as="article" handed={await written(given)} />;
  const key = field.at.section;
  return (
    <article>
      <Once as="div" handed={await written({ ...given, only: { before: key } })} />
      <WithField writeUp={writeUp} locale={locale} talk={talk} field={field} />
      <Once as="div" handed={await written({ ...given, only: { after: key } })} />
    </article>
  );
}

const written = keptHtml(Written, ({ writeUp, ...props }) =>
  JSON.stringify({ ...props, writeUp: { ...writeUp, document: markOf(writeUp.document) } }),
);

interface WrittenProps {
  writeUp: WriteUpPage;
  locale: Locale;
  today: string;
  talk: PassageTalk | null;
  only?: { before: string } | { after: string };
}

/** Its headings are in the interface's language, its words in their own. */
function Written({ writeUp, locale, today, talk, only }: WrittenProps) {
  const { document, city, language } = writeUp;
  const shared = { document, locale, lang: langOf(writeUp, locale) };
  return (
    <>
      {!(only && "after" in only) && <Beginning writeUp={writeUp} locale={locale} />}
      <Sections {...shared} city={city.name} language={language} talk={talk} only={only} />
      {!(only && "before" in only) && <End writeUp={writeUp} locale={locale} today={today} />}
    </>
  );
}

/** Only where it differs: the same `lang` on every element would be noise. */
function langOf({ language }: WriteUpPage, locale: Locale): string | undefined {
  return language === locale ? undefined : language;
}

function Beginning({ writeUp, locale }: { writeUp: WriteUpPage; locale: Locale }) {
  const { document, city } = writeUp;
  const shared = { document, locale, lang: langOf(writeUp, locale) };
  return (
    <>
      <Opening writeUp={writeUp} crisis={writeUp.crisis && crisisName(writeUp.crisis, locale)} locale={locale} />
      <div className="band">
        <Contents writeUp={writeUp} locale={locale} />
        {document.observations.length > 0 ? <Figures {...shared} accent={city.accent} /> : <div className="matter" />}
      </div>
      <Timeline {...shared} accent={city.accent} />
    </>
  );
}

function End({ writeUp, locale, today }: { writeUp: WriteUpPage; locale: Locale; today: string }) {
  const t = translator(locale, "reading");
  const { document, city } = writeUp;
  const lang = langOf(writeUp, locale);
  return (
    <>
      <Pictures media={document.media} lang={lang} locale={locale} />
      <Documents media={document.media} lang={lang} locale={locale} />
      <Money document={document} locale={locale} lang={lang} />
      {document.organisations.length > 0 && <Organisations document={document} locale={locale} />}
      <Filed writeUp={writeUp} stale={isStale(writeUp, today)} locale={locale} />
      {document.sources.length > 0 && (
        <Sources document={document} locale={locale}>
          <div className="aside small" id="cite">
            <h3>{t("cite", { kind: writeUp.kind })}</h3>
            <p>
              {t("citation", {
                city: city.name,
                title: document.title,
                demo: writeUp.demo ? "yes" : "no",
                date: formatPartialDate(today, locale),
              })}
            </p>
          </div>
        </Sources>
      )}
    </>
  );
}

interface WithFieldProps {
  writeUp: WriteUpPage;
  locale: Locale;
  talk: PassageTalk;
  field: NonNullable<Props["field"]>;
}

/** The section in which a field stands open: its text in two parts with the field between them. */
function WithField({ writeUp: { document, language, city }, locale, talk, field }: WithFieldProps) {
  const arranged = arrange({ language, sections: document.sections }, talk.beside).get(field.at.section);
  const section = document.sections.find(({ key }) => key === field.at.section);
  if (!section || !arranged) return null;
  const { key, html } = section;
  const lang = language === locale ? undefined : language;
  const [above = "", below = ""] = wovenSection({ key, html, arranged, talk, language, locale, part: field.at.block });
  const part = (text: string) => (
    <div
      className="stack"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised when it was written
      dangerouslySetInnerHTML={{ __html: text }}
    />
  );
  return (
    <section className="band" aria-labelledby={key}>
      <SectionHeader section={section} city={city.name} locale={locale} />
      <div className="text stack prose" lang={lang} data-passages={key}>
        {part(above)}
        {field.node}
        {part(below)}
      </div>
      <SectionParts section={section} document={document} locale={locale} lang={lang} />
    </section>
  );
}

function Contents({ writeUp: { document, abilities }, locale }: { writeUp: WriteUpPage; locale: Locale }) {
  const t = translator(locale, "reading");
  const parts = [
    document.observations.length > 0 && { id: "figures", name: t("figures") },
    document.timeline.length > 0 && { id: "timeline", name: t("timeline") },
    ...document.sections.filter(({ html }) => html).map(({ key }) => ({ id: key, name: t(`sections.${key}`) })),
    document.sources.length > 0 && { id: "sources", name: t("sources") },
    abilities.readComments && { id: "comments", name: t("comments") },
  ].filter((part) => part !== false);
  return (
    <nav className="hung contents" aria-label={t("onThisPage")}>
      <h2>{t("onThisPage")}</h2>
      <ul>
        {parts.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
