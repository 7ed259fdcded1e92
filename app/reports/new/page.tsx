import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Frame } from "@/components/moderation/frame";
import { ReportForm } from "@/components/moderation/report-form";
import { Done } from "@/components/people/done";
import { getLocale, requireActor } from "@/lib/auth/current";
import { pathOf } from "@/lib/comments/paths";
import { translator } from "@/lib/i18n/translator";
import { getJudged } from "@/lib/moderation/queries";
import type { Judged } from "@/lib/moderation/types";
import { formatDateTime } from "@/lib/time/format";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "moderation")("reportTitle") };
}

export default async function Page({ searchParams }: PageProps<"/reports/new">) {
  const { comment, done } = await searchParams;
  const actor = await requireActor(`/reports/new?comment=${comment}`);
  const [judged, locale] = await Promise.all([getJudged(actor, comment), getLocale()]);
  if (!judged) notFound();
  const { myReport, abilities, author, about, id } = judged;
  if (!myReport && !abilities.report) notFound();
  const t = translator(locale, "moderation");
  const standing = standingOf(judged);
  const { zone } = actor;
  return (
    <Frame
      judged={judged}
      title={t("reportTitle")}
      lead={author === null ? t("reportLeadGone") : t("reportLead", { name: author })}
      zone={zone}
      locale={locale}
    >
      {myReport ? (
        <>
          {done === "reported" && <Done>{t("done.reported")}</Done>}
          <p>
            {t("myReport", {
              when: formatDateTime(myReport.at, zone, locale),
              reason: t(`reasons.${myReport.reason}`).toLocaleLowerCase(locale),
            })}{" "}
            {standing && <b>{t(`myReportState.${standing}`)}</b>}
          </p>
          <p className="actions">
            <Link href={pathOf(about, id)}>{t("back")}</Link>
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
