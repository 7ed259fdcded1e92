import { Documents } from "@/components/files/documents";
import { Pictures } from "@/components/files/pictures";
import { keptHtml } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { dateIn } from "@/lib/time/wall";
import { isStale } from "@/lib/write-ups/confirmed";
import type { WriteUpPage } from "@/lib/write-ups/types";
import { crisisName } from "../crisis-name";
import { Figures } from "./figures";
import { Filed } from "./filed";
import { Money } from "./money";
import { Opening } from "./opening";
import { Organisations } from "./organisations";
import { Sections } from "./sections";
import { Sources } from "./sources";
import { Timeline } from "./timeline";

interface Props {
  writeUp: WriteUpPage;
  locale: Locale;
  zone: string;
  now: Date;
}

/** A write-up as it is read, as one string of HTML: nothing in it is alive. */
export async function Article({ writeUp, locale, zone, now }: Props) {
  return <Once as="article" handed={await written({ writeUp, locale, today: dateIn(now, zone) })} />;
}

const written = keptHtml(Written);

/** Its headings are in the interface's language, its words in their own. */
function Written({ writeUp, locale, today }: { writeUp: WriteUpPage; locale: Locale; today: string }) {
  const t = translator(locale, "reading");
  const { document, city } = writeUp;
  // Only where it differs: the same `lang` on every element would be noise.
  const lang = writeUp.language === locale ? undefined : writeUp.language;
  const shared = { document, locale, lang };
  return (
    <>
      <Opening writeUp={writeUp} crisis={writeUp.crisis && crisisName(writeUp.crisis, locale)} locale={locale} />
      <div className="band">
        <Contents writeUp={writeUp} locale={locale} />
        {document.observations.length > 0 ? <Figures {...shared} accent={city.accent} /> : <div className="matter" />}
      </div>
      <Timeline {...shared} accent={city.accent} />
      <Sections {...shared} city={city.name} />
      <Pictures media={document.media} lang={lang} locale={locale} />
      <Documents media={document.media} lang={lang} locale={locale} />
      <Money {...shared} />
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
