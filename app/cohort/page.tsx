import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CohortInvitations } from "@/components/cohorts/cohort-invitations";
import { CohortOpening } from "@/components/cohorts/cohort-opening";
import { LogTable } from "@/components/cohorts/log-table";
import { Done } from "@/components/people/done";
import { Members } from "@/components/people/members";
import { getLocale, requireActor } from "@/lib/auth/current";
import { listLog } from "@/lib/cohorts/log";
import { rolesToInvite } from "@/lib/cohorts/place-actions";
import { listManagedCohorts, listOpenInvitations } from "@/lib/cohorts/queries";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { listMembers } from "@/lib/people/queries";

const LATEST = 8;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "cohort")("title") };
}

export default async function Page({ searchParams }: PageProps<"/cohort">) {
  const actor = await requireActor("/cohort");
  const [locale, { of, done }, cohorts] = await Promise.all([getLocale(), searchParams, listManagedCohorts(actor)]);
  const cohort = of === undefined ? cohorts[0] : cohorts.find(({ id }) => id === of);
  if (!cohort) notFound();
  const place = { cohortId: cohort.id, workspaceId: null };
  const [members, invitations, log] = await Promise.all([
    listMembers(actor, place),
    listOpenInvitations(actor, place),
    listLog(actor, place, { limit: LATEST }),
  ]);
  const t = translator(locale, "cohort");
  const here = `/cohort?of=${cohort.id}`;
  return (
    <>
      <CohortOpening cohort={cohort} cohorts={cohorts} members={members} locale={locale} />
      <section className="band" aria-labelledby="members">
        <header className="hung">
          <h2 id="members">{t("members")}</h2>
          <p>{t("membersNote")}</p>
        </header>
        <div className="matter stack">
          {done === "ended" && <Done>{translator(locale, "invitations")("ended")}</Done>}
          <Members
            members={members}
            caption={`${t("members")}: ${cohort.name}`}
            to={`${here}&done=ended#members`}
            withCity
            locale={locale}
          />
        </div>
      </section>
      <CohortInvitations
        cohortId={cohort.id}
        invitations={invitations}
        roles={rolesToInvite(actor, place)}
        formKey={newId()}
        here={here}
        done={done}
        zone={actor.zone}
        locale={locale}
      />
      {log && (
        <section className="band" aria-labelledby="log">
          <header className="hung">
            <h2 id="log">{t("logLatest")}</h2>
            <p>{t("logNote")}</p>
          </header>
          <div className="matter">
            <LogTable entries={log.entries} withCity zone={actor.zone} locale={locale} />
            <p className="actions under">
              <Link href={`/cohort/log?of=${cohort.id}`}>{t("logAll")}</Link>{" "}
              <Link href="/reports">{translator(locale, "moderation")("title")}</Link>
            </p>
          </div>
        </section>
      )}
    </>
  );
}
