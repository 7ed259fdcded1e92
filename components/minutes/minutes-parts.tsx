import Link from "next/link";
import { CommitmentList } from "@/components/commitments/commitment-list";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { mayName } from "@/lib/minutes/told";
import type { MinutesView } from "@/lib/minutes/types";
import { presentWords } from "@/lib/minutes/words";
import { cityName } from "@/lib/sessions/city-name";
import { formatDateTime } from "@/lib/time/format";
import { OutputList } from "./output-list";

interface Part {
  view: MinutesView;
  locale: Locale;
}

export function SummaryBand({ view: { session, summary, abilities }, locale }: Part) {
  const t = translator(locale, "minutes");
  return (
    <section className="band" aria-labelledby="summary">
      <header className="hung">
        <h2 id="summary">{t("summary")}</h2>
        {summary && (
          <p>
            {t("summaryBy", {
              name: summary.updatedBy,
              when: formatDateTime(summary.updatedAt, session.readerZone, locale),
            })}
          </p>
        )}
      </header>
      <div className="text stack">
        {summary ? (
          <div
            className="prose stack"
            lang={summary.language === locale ? undefined : summary.language}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was written
            dangerouslySetInnerHTML={{ __html: summary.html }}
          />
        ) : (
          <p className="muted">{t("summaryEmpty")}</p>
        )}
        {abilities.write && (
          <p className="actions">
            <Link className="button quiet" href={`/sessions/${session.id}/minutes/edit`} prefetch={false}>
              {t(summary ? "edit" : "write")}
            </Link>
          </p>
        )}
      </div>
    </section>
  );
}

export function Outputs({ view: { session, parts }, locale }: Part) {
  const t = translator(locale, "minutes");
  return (
    <section className="band" aria-labelledby="outputs">
      <header className="hung">
        <h2 id="outputs">{t("outputs")}</h2>
        {!mayName(session) && <p>{t("notNamed")}</p>}
      </header>
      <div className="text stack loose">
        {parts.length === 0 && <p className="muted">{t("outputsEmpty")}</p>}
        {parts.map(({ step, outputs }) => (
          <section key={step?.id ?? "none"} className="stack tight">
            <h3 lang={step && session.language !== locale ? session.language : undefined}>
              {step?.title ?? t("noStep")}
            </h3>
            <OutputList outputs={outputs} locale={locale} />
          </section>
        ))}
      </div>
    </section>
  );
}

export function TakenOn({ view: { commitments }, locale }: Part) {
  const t = translator(locale, "minutes");
  return (
    <section className="band" aria-labelledby="taken-on">
      <h2 className="hung" id="taken-on">
        {t("takenOn")}
      </h2>
      <div className="text">
        {commitments.length === 0 ? (
          <p className="muted">{t("takenOnEmpty")}</p>
        ) : (
          <CommitmentList items={commitments} locale={locale} />
        )}
      </div>
    </section>
  );
}

export function WhoCame({ view: { session, attendance, locked }, locale }: Part) {
  const t = translator(locale, "minutes");
  return (
    <section className="band" aria-labelledby="who-came">
      <header className="hung">
        <h2 id="who-came">{t("whoCame")}</h2>
        <p>{t("whoCameCount", { count: attendance.total })}</p>
      </header>
      <div className="text stack">
        {attendance.cities.length > 0 && (
          <ul className="rows">
            {attendance.cities.map((entry) => {
              const { city } = entry;
              const { place, who } = presentWords(entry, locale);
              return (
                <li key={city?.id ?? "none"}>
                  {city ? <City city={{ ...city, name: cityName(city, locale) }} quiet /> : <span />}
                  <p>
                    <b aria-hidden={city ? true : undefined}>{place}</b> {who}
                  </p>
                </li>
              );
            })}
          </ul>
        )}
        {session.abilities.run && !locked && (
          <p className="actions">
            <Link href={`/sessions/${session.id}/attendance`} prefetch={false}>
              {translator(locale, "attendance")("correct")}
            </Link>
          </p>
        )}
      </div>
    </section>
  );
}
