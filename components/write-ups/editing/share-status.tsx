import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatDateTime } from "@/lib/time/format";
import type { SharedWriteUp } from "@/lib/write-ups/sharing";
import { TakeBack } from "./take-back";
import { SavedMark } from "./task-mark";

const DONE = ["city", "asked", "taken-back", "released", "returned", "narrowed", "unpublished"] as const;

/** Who reads it now, what was just done, and what waits. */
export function ShareStatus({
  writeUp,
  done,
  zone,
  locale,
}: {
  writeUp: SharedWriteUp;
  /** What the address says was done. */
  done: unknown;
  zone: string;
  locale: Locale;
}) {
  const t = translator(locale, "sharing");
  const { audience, readers, city, request, askedNoMore, withdrawn, leads, abilities } = writeUp;
  const told = DONE.find((one) => one === done);
  const people = { draft: readers.draft, city: readers.city, cohort: readers.cohort, public: readers.cohort }[audience];
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(leads);
  return (
    <>
      {told && (
        <p className="saved" role="status">
          <SavedMark />
          <span>{t(`done.${told}`, { city: city.name })}</span>
        </p>
      )}
      {done === "decided" && (
        <p className="note plain" role="status">
          {t("decided")}
        </p>
      )}
      <p className="lead">{t(`lead.${audience}`, { people, city: city.name, cities: readers.cities.length })}</p>
      {writeUp.returnedNote && (
        <div className="note">
          <h2 className="label small">{t("returned")}</h2>
          <p className="typed">{writeUp.returnedNote}</p>
        </div>
      )}
      {withdrawn && (
        <div className="note plain">
          <p>{t("withdrawn", { from: withdrawn.from, when: formatDateTime(withdrawn.at, zone, locale) })}</p>
          <p className="typed">{withdrawn.reason}</p>
        </div>
      )}
      {request && (
        <div className="note plain stack">
          <p>
            {t("waiting", { by: request.by, target: request.target, when: formatDateTime(request.at, zone, locale) })}{" "}
            {!abilities.approve &&
              (leads.length > 0
                ? t("waitingFor", { leads: names, count: leads.length })
                : t("noLead", { city: city.name }))}
          </p>
          {abilities.ask && !abilities.approve && <TakeBack id={writeUp.id} target={request.target} locale={locale} />}
        </div>
      )}
      {askedNoMore && abilities.approve && (
        <p className="note plain">
          {t("askedNoMore", { by: askedNoMore.by, when: formatDateTime(askedNoMore.at, zone, locale) })}
        </p>
      )}
    </>
  );
}
