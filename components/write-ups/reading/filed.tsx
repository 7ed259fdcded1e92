import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { Document } from "@/lib/write-ups/document";
import { term } from "@/lib/write-ups/terms";
import type { WriteUpPage } from "@/lib/write-ups/types";

/** What it is filed under, whom to ask, and when the city last said that it is right. */
export function Filed({ writeUp, stale, locale }: { writeUp: WriteUpPage; stale: boolean; locale: Locale }) {
  const t = translator(locale, "reading");
  const { document, confirmedOn } = writeUp;
  const lines = linesOf(document, locale);
  if (lines.length === 0 && !document.contact && !confirmedOn) return null;
  return (
    <section className="band light" aria-labelledby="filed">
      <h2 className="hung" id="filed">
        {t("tags")}
      </h2>
      <dl className="text reasons">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {document.contact && (
          <div>
            <dt>{t("contact")}</dt>
            <dd>
              {document.contact.name}{" "}
              {document.contact.email && <a href={`mailto:${document.contact.email}`}>{document.contact.email}</a>}
            </dd>
          </div>
        )}
        {confirmedOn && (
          <div>
            <dt>{t("confirmed")}</dt>
            <dd className={stale ? "note" : undefined}>
              {t(stale ? "notConfirmedSince" : "confirmedOn", { date: formatPartialDate(confirmedOn, locale) })}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

type Line = [name: string, value: string];

function linesOf(document: Document, locale: Locale): Line[] {
  const t = translator(locale, "reading");
  const named = (group: string, terms: readonly (string | number)[]) =>
    terms.map((value) => term(group, String(value), locale)).join(", ");
  const lines: Line[] = [
    [t("filedAs.policyAreas"), named("policyArea", document.policyAreas)],
    [t("filedAs.themes"), named("theme", document.themes)],
    [t("filedAs.targetGroups"), named("targetGroup", document.targetGroups)],
    [t("filedAs.sdgs"), named("sdg", document.sdgs)],
    [t("filedAs.maturity"), named("maturity", document.maturity ? [document.maturity] : [])],
    [t("filedAs.scale"), named("scale", document.scale ? [document.scale] : [])],
    [t("filedAs.participation"), named("participation", document.participation ? [document.participation] : [])],
  ];
  return lines.filter(([, value]) => value !== "");
}
