import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { proposedSlots } from "@/components/sessions/proposed-slots";
import { ScheduleForm } from "@/components/sessions/schedule-form";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { FORMATS } from "@/lib/sessions/format-list";
import { schedulePlace } from "@/lib/sessions/places";
import { proposeStarts } from "@/lib/sessions/proposals";
import { clock } from "@/lib/time/now";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "sessions")("new") };
}

export default async function Page() {
  const actor = await requireActor("/sessions/new");
  const [place, locale] = await Promise.all([schedulePlace(actor), getLocale()]);
  if (!place) notFound();
  const t = translator(locale, "sessions");
  const zones = place.cities.map((city) => city.zone);
  const proposals = proposeStarts(zones, actor.zone, FORMATS[0]?.minutes ?? 90, clock.now());
  return (
    <>
      <div className="opening">
        <div className="full stack">
          <h1>{t("new")}</h1>
          <p className="lead">{t("newLead")}</p>
        </div>
      </div>
      <ScheduleForm
        place={place}
        slots={proposedSlots(proposals, place.cities, actor.zone, locale)}
        zone={actor.zone}
        formKey={newId()}
        locale={locale}
      />
    </>
  );
}
