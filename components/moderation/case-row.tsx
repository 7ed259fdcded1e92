import Link from "next/link";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { keep } from "@/lib/moderation/actions";
import { casePath, placeOf } from "@/lib/moderation/paths";
import type { Case } from "@/lib/moderation/types";
import { dayParts } from "@/lib/time/format";
import { JudgedComment } from "./judged-comment";
import { ReportLine } from "./report-line";
import { WhyHidden } from "./why-hidden";
import { Words } from "./words";

interface Props {
  one: Case;
  zone: string;
  locale: Locale;
}

/** What somebody decides about: since when it waits, the words, why, and two verbs. */
export function CaseRow({ one, zone, locale }: Props) {
  const t = translator(locale, "moderation");
  const { id, kind, thing, reports, appeal, hidden, abilities } = one;
  const name = one.author ?? "";
  const { number, month } = dayParts(reports[0]?.at ?? appeal?.at ?? one.at, zone, locale);
  const waits = appeal !== null && appeal.decision === null;
  const of = <span className="vh">: {t("ofWhom", { name, kind })}</span>;
  return (
    <li>
      <p className="day">
        <span className="vh">{t("waitsSince")} </span>
        <b>{number}</b> {month}
      </p>
      <div className="stack">
        <h3>
          <Link href={placeOf(one)} lang={thing.language === locale ? undefined : thing.language}>
            {thing.title}
          </Link>
        </h3>
        <JudgedComment judged={one} zone={zone} locale={locale} />
        {hidden && <WhyHidden hidden={hidden} zone={zone} locale={locale} />}
        {reports.length > 0 && (
          <div>
            <p>
              <b>{t("reports", { count: reports.length })}</b>
            </p>
            <ul>
              {reports.map((report, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: reports have no id for readers and are never reordered
                <ReportLine report={report} zone={zone} locale={locale} key={place} />
              ))}
            </ul>
          </div>
        )}
        {waits && <Words title={t("appealed", { name })}>{appeal.note}</Words>}
        {waits && !one.decides && <p className="small muted">{t("ownHiding")}</p>}
        <div className="actions">
          {waits && one.decides && (
            <Link className="button" href={casePath("appeal", one)}>
              {t("decide")}
              {of}
            </Link>
          )}
          {abilities.restore && !one.decides && (
            <Link className="button quiet" href={`${casePath("hide", one)}&from=reports`}>
              {t("restore")}
              {of}
            </Link>
          )}
          {abilities.hide && (
            <Link className="button" href={`${casePath("hide", one)}&from=reports`}>
              {t("hide")}
              {of}
            </Link>
          )}
          {abilities.hide && (
            <Form action={keep} words={formWords(locale)}>
              <input type="hidden" name="id" value={id} />
              <button className="button quiet">
                {t("keep")}
                {of}
              </button>
            </Form>
          )}
        </div>
      </div>
    </li>
  );
}
