import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Frame } from "@/components/moderation/frame";
import { ReportForm } from "@/components/moderation/report-form";
import { Done } from "@/components/people/done";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { namedIn, placeOf } from "@/lib/moderation/paths";
import { getJudged } from "@/lib/moderation/queries";
import type { Judged } from "@/lib/moderation/types";
import { formatDateTime } from "@/lib/time/format";

export async function generateMetadata({ searchParams }: PageProps<"/reports/new">): Promise<Metadata> {
  const [{ ask }, locale] = await Promise.all([searchParams, getLocale()]);
  return { title: translator(locale, "moderation")("reportTitle", { kind: ask === undefined ? "comment" : "ask" }) };
}

export default async function Page({ searchParams }: PageProps<"/reports/new">) {
  const query = await searchParams;
  const { id, path } = namedIn("new", query);
  const actor = await requireActor(path);
  const [judged, locale] = await Promise.all([getJudged(actor, id), getLocale()]);
  if (!judged) notFound();
  const { kind, myReport, abilities, author } = judged;
  if (!myReport && !abilities.report) notFound();
  const t = translator(locale, "moderation");
  const standing = standingOf(judged);
  const { zone } = actor;
  return (
    <Frame
      judged={judged}
      title={t("reportTitle", { kind })}
      lead={author === null ? t("reportLeadGone") : t("reportLead", { name: author })}
      zone={zone}
      locale={locale}
    >
      {myReport ? (
        <>
          {query.done === "reported" && <Done>{t("done.reported")}</Done>}
          <p>
            {t("myReport", {
              kind,
              when: formatDateTime(myReport.at, zone, locale),
              reason: t(`reasons.${myReport.reason}`).toLocaleLowerCase(locale),
            })}{" "}
            {standing && <b>{t(`myReportState.${standing}`)}</b>}
          </p>
          <p className="actions">
            <Link href={placeOf(judged)}>{t("back", { kind })}</Link>
          </p>
        </>
      ) : (
        <ReportForm judged={judged} locale={locale} />
      )}
    </Frame>
  );
}

/** What has become of the reader's report; nothing when the comment went otherwise. */
function standingOf({ myReport, gone }: Judged): "waiting" | "kept" | "hidden" | "restored" | null {
  if (!myReport?.decision) return gone === "deleted" ? null : "waiting";
  return myReport.decision === "hidden" && gone === null ? "restored" : myReport.decision;
}
