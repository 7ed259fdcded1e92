import Link from "next/link";
import type { ManagedCohort } from "@/lib/cohorts/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { RoomMember } from "@/lib/people/types";
import { formatPartialDate, sinceParts } from "@/lib/time/format";

interface Props {
  cohort: ManagedCohort;
  cohorts: ManagedCohort[];
  members: RoomMember[];
  locale: Locale;
}

export function CohortOpening({ cohort, cohorts, members, locale }: Props) {
  const t = translator(locale, "cohort");
  const from = formatPartialDate(cohort.startsOn, locale);
  const others = cohorts.filter(({ id }) => id !== cohort.id);
  const people = new Set(members.map((member) => member.personId)).size;
  return (
    <div className="opening">
      <div className="left stack">
        <p className="kicker">
          {cohort.endsOn
            ? t("fromTo", { from, to: formatPartialDate(cohort.endsOn, locale) })
            : t("since", sinceParts(cohort.startsOn, locale))}
        </p>
        <h1>{cohort.name}</h1>
        <p className="lead">
          {t("stage", { stage: t(`stages.${cohort.stage}`) })} {t("counts", { people, memberships: members.length })}
        </p>
      </div>
      {others.length > 0 && (
        <nav className="right" aria-label={t("choose")}>
          <ul>
            {others.map(({ id, name }) => (
              <li key={id}>
                <Link className="act" href={`/cohort?of=${id}`}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
