import type { Metadata } from "next";
import { DayView } from "@/components/sessions/day-view";
import { MonthView } from "@/components/sessions/month-view";
import { OverviewOpening, OverviewTools } from "@/components/sessions/overview-head";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { isId } from "@/lib/ids";
import { placeOf } from "@/lib/sessions/city-name";
import { comingSessions, pastSessions, sessionsIn } from "@/lib/sessions/overview";
import { citiesAround, myWorkspaces, scheduleCohort } from "@/lib/sessions/places";
import { clean } from "@/lib/text/input";
import { parseMonth } from "@/lib/time/month";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { offsetLabel } from "@/lib/time/zones";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "sessions")("title") };
}

export default async function Page({ searchParams }: PageProps<"/sessions">) {
  const actor = await requireActor("/sessions");
  const [locale, asked, cities] = await Promise.all([getLocale(), searchParams, citiesAround(actor)]);
  const today = dateIn(clock.now(), actor.zone);
  const mayBegin = scheduleCohort(actor) !== null;
  const head = (
    <OverviewOpening
      place={placeOf(actor.zone, cities, myWorkspaces(actor), locale)}
      offset={offsetLabel(clock.now(), actor.zone)}
      mayBegin={mayBegin}
      locale={locale}
    />
  );
  if (asked.month !== undefined) {
    const month = parseMonth(asked.month) ?? today.slice(0, 7);
    return (
      <>
        {head}
        <OverviewTools month={today.slice(0, 7)} locale={locale} />
        <MonthView
          month={month}
          days={await sessionsIn(actor, month)}
          today={today}
          zone={actor.zone}
          locale={locale}
        />
      </>
    );
  }
  const q = searched(asked.q);
  const before = isId(asked.before) ? asked.before : undefined;
  const [coming, past] = await Promise.all([comingSessions(actor, q), pastSessions(actor, { before, q })]);
  return (
    <>
      {head}
      <OverviewTools month={today.slice(0, 7)} q={q} locale={locale} />
      <DayView
        coming={before === undefined ? coming : null}
        past={past}
        q={q}
        mayBegin={mayBegin}
        zone={actor.zone}
        locale={locale}
      />
    </>
  );
}

/** What was typed to be searched; what no text of ours can hold finds nothing and breaks nothing. */
function searched(q: string | string[] | undefined): string {
  return typeof q === "string" && q.isWellFormed() ? clean(q.replaceAll("\0", "")).slice(0, 100) : "";
}
