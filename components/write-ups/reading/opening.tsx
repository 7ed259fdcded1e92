import { City } from "@/components/ui/plate";
import { languageIn } from "@/lib/i18n/languages";
import { CONTENT_LANGUAGES, isContentLanguage, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { sinceParts } from "@/lib/time/format";
import type { WriteUpPage } from "@/lib/write-ups/types";

/** Whose it is, what it is, who reads it; its title; in which language one reads it. */
export function Opening({ writeUp, crisis, locale }: { writeUp: WriteUpPage; crisis: string | null; locale: Locale }) {
  const t = translator(locale, "reading");
  const { document, city, abilities } = writeUp;
  return (
    <header className="opening">
      <div className="hung stack tight">
        <p className="kicker">
          <City city={city} />
        </p>
        <p>
          {t(writeUp.kind)}
          {crisis && (
            <>
              <br />
              {crisis}
            </>
          )}
          {document.startedOn && (
            <>
              <br />
              {t("since", sinceParts(document.startedOn, locale))}
            </>
          )}
        </p>
        <p>{t(`audienceLine.${writeUp.audience}`, { city: city.name })}</p>
      </div>
      <div className="matter stack loose">
        <h1 lang={writeUp.language}>{document.title}</h1>
        <p className="lead" lang={writeUp.language}>
          {document.card}
        </p>
        {writeUp.quickNote && <p className="note">{t("quickNote")}</p>}
        <Versions writeUp={writeUp} locale={locale} />
        <p className="actions no-print">
          {abilities.edit && (
            <a className="button quiet" href={`/write-ups/${writeUp.id}/edit`}>
              {t("edit")}
            </a>
          )}
          {abilities.share && <a href={`/write-ups/${writeUp.id}/share`}>{t("share")}</a>}
          {abilities.edit && <a href={`/write-ups/${writeUp.id}/translate`}>{t("translate")}</a>}
          {writeUp.audience !== "draft" && <a href={`/write-ups/${writeUp.id}/revisions`}>{t("revisions")}</a>}
          <a href={`/library/compare?w=${writeUp.id}`}>{t("compare")}</a>
        </p>
      </div>
    </header>
  );
}

/** "Written in Polish by Anna K. You read the English translation, two changes behind. Show the original." */
function Versions({ writeUp, locale }: { writeUp: WriteUpPage; locale: Locale }) {
  const t = translator(locale, "reading");
  const demo = writeUp.demo ? " (demo)" : "";
  const others = writeUp.languages.filter((language) => language !== writeUp.language);
  const translated = writeUp.language !== writeUp.originalLanguage;
  return (
    <p className={translated && writeUp.behind > 0 ? "note" : "note plain"}>
      {t("writtenIn", { language: languageIn(writeUp.originalLanguage, locale), author: `${writeUp.author}${demo}` })}{" "}
      {translated && writeUp.machine && t("machine", { service: writeUp.machine, behind: writeUp.behind })}
      {translated &&
        !writeUp.machine &&
        t("translation", {
          translator: `${writeUp.translator ?? ""}${demo}`,
          language: languageIn(writeUp.language, locale),
          behind: writeUp.behind,
        })}{" "}
      {others.length > 0 && !translated && `${t("alsoIn")} `}
      {others.map((language) => (
        <span key={language}>
          <a
            href={`?in=${language}`}
            hrefLang={language}
            lang={language === writeUp.originalLanguage ? undefined : language}
          >
            {language === writeUp.originalLanguage
              ? t("original")
              : isContentLanguage(language)
                ? CONTENT_LANGUAGES[language]
                : language}
          </a>{" "}
        </span>
      ))}
      {writeUp.demo && (
        <>
          <br />
          {t("demoNote")}
        </>
      )}
    </p>
  );
}
