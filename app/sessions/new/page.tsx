import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BurdenBands } from "@/components/sessions/burden-bands";
import { givenFrom } from "@/components/sessions/given";
import { hoursView } from "@/components/sessions/hours-view";
import { ScheduleForm } from "@/components/sessions/schedule-form";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { burdenAround } from "@/lib/sessions/burden-around";
import { hoursAsked } from "@/lib/sessions/hours-asked";
import { schedulePlace } from "@/lib/sessions/places";
import { proposeHours } from "@/lib/sessions/proposals";
import { secondSitting } from "@/lib/sessions/second-sitting";
import { clock } from "@/lib/time/now";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "newSession")("title") };
}

export default async function Page({ searchParams }: PageProps<"/sessions/new">) {
  const actor = await requireActor("/sessions/new");
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  const place = await schedulePlace(actor, locale);
  if (!place) notFound();
  const first = await secondSitting(actor, query.after);
  const given = givenFrom(query, first?.values);
  const asked = hoursAsked({ ...first?.values, ...query }, place, actor.zone, clock.now());
  const typed = { date: given.one("date"), time: given.one("time"), zone: given.one("zone") || actor.zone };
  const hours = await proposeHours(place.cohortId, asked, typed, actor.zone);
  const view = hoursView(hours, place, actor.zone, locale);
  const t = translator(locale, "newSession");
  return (
    <>
      <div className="opening">
        <div className="full stack">
          <h1>{t("title")}</h1>
          <p className="lead">{first ? t("secondLead", { title: first.title }) : t("lead")}</p>
        </div>
      </div>
      <ScheduleForm
        place={place}
        view={view}
        given={given}
        formKey={newId()}
        burden={<BurdenBands view={view} {...(await burdenAround(place.cohortId, hours, actor.zone))} />}
      />
    </>
  );
}
