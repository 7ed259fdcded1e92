import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { compareAddress } from "@/lib/revisions/address";
import { WORK } from "@/lib/revisions/limits";
import type { RevisedWriteUp, RevisionLine, RevisionList as Revisions } from "@/lib/revisions/types";
import { dayParts, formatDateTime } from "@/lib/time/format";

interface Props extends Revisions {
  zone: string;
  locale: Locale;
}

/** What was pinned, when, by whom and for whom; each with the ways to read it, compare it and bring it back. */
export function RevisionList({ writeUp, revisions, zone, locale }: Props) {
  return (
    <ol className="rows dated matter history">
      {revisions.map((revision, place) => (
        <Line
          key={revision.number}
          writeUp={writeUp}
          revision={revision}
          older={revisions[place + 1]}
          zone={zone}
          locale={locale}
        />
      ))}
    </ol>
  );
}

function Line({
  writeUp,
  revision,
  older,
  zone,
  locale,
}: {
  writeUp: RevisedWriteUp;
  revision: RevisionLine;
  older: RevisionLine | undefined;
  zone: string;
  locale: Locale;
}) {
  const t = translator(locale, "revisions");
  const { id, reading, abilities } = writeUp;
  const { number, at, by, current } = revision;
  const day = dayParts(at, zone, locale);
  const what = whatItIs(revision, writeUp, locale);
  const when = formatDateTime(at, zone, locale);
  const own = <span className="vh"> {t("number", { number })}</span>;
  return (
    <li>
      <span className="day">
        <b>{day.number}</b>
        {day.month}
      </span>
      <div className="stack tight">
        <h3>
          <Link href={`/write-ups/${id}/revisions/${number}`}>{t("number", { number })}</Link>
        </h3>
        <p>
          {by ? t("byWhen", { what, by, when }) : t("when", { what, when })} {current && <b>{t("current")}</b>}
        </p>
        <p className="actions">
          {older && (
            <Link href={compareAddress(id, { from: older.number, to: number })}>
              {t("changed")}
              {own}
            </Link>
          )}
          {reading === "city" && (
            <Link href={compareAddress(id, { from: number, to: WORK })}>
              {t("withWork")}
              {own}
            </Link>
          )}
          {abilities.edit && (
            <Link href={`/write-ups/${id}/revisions/${number}/restore`}>
              {t("bringBack")}
              {own}
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}

/** "Shared with the cohort", "Brought back from revision 3". */
function whatItIs(revision: RevisionLine, { city }: RevisedWriteUp, locale: Locale): string {
  const t = translator(locale, "revisions.line");
  if (revision.restoredFrom !== null) return t("restored", { number: revision.restoredFrom });
  if (revision.takenBack) return t("takenBack", { city: city.name });
  // A city's first is its sharing by the author; later ones were kept when an earlier state was brought back.
  if (revision.audience === "city" && revision.number > 1) return t("kept");
  return t("shared", { audience: revision.audience, city: city.name });
}
