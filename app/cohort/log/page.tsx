import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LogPage } from "@/components/cohorts/log-page";
import { getLocale, requireActor } from "@/lib/auth/current";
import { listLog } from "@/lib/cohorts/log";
import { listManagedCohorts } from "@/lib/cohorts/queries";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "cohort")("log") };
}

export default async function Page({ searchParams }: PageProps<"/cohort/log">) {
  const actor = await requireActor("/cohort/log");
  const [locale, { of, before }, cohorts] = await Promise.all([getLocale(), searchParams, listManagedCohorts(actor)]);
  const cohort = of === undefined ? cohorts[0] : cohorts.find(({ id }) => id === of);
  if (!cohort) notFound();
  const log = await listLog(actor, { cohortId: cohort.id, workspaceId: null }, { before: Number(before) || 0 });
  if (!log) notFound();
  return (
    <LogPage
      title={translator(locale, "cohort")("log")}
      back={{ href: `/cohort?of=${cohort.id}`, name: cohort.name }}
      here={`/cohort/log?of=${cohort.id}`}
      log={log}
      withCity
      zone={actor.zone}
      locale={locale}
    />
  );
}
