import type { Metadata } from "next";
import { Home } from "@/components/home/home";
import { Welcome } from "@/components/welcome/welcome";
import { asksToDo } from "@/lib/asks/queries";
import { canPlace } from "@/lib/auth/can";
import { getActor, getLocale } from "@/lib/auth/current";
import { commitmentsToDo } from "@/lib/commitments/queries";
import { settings } from "@/lib/env/settings";
import { translator } from "@/lib/i18n/translator";
import { votesToGive } from "@/lib/polls/to-do";
import { nextSession } from "@/lib/sessions/queries";
import { clock } from "@/lib/time/now";
import { listMapCities } from "@/lib/workspaces/marks";
import { listWriteUps } from "@/lib/write-ups/queries";
import { listWriteUpTasks } from "@/lib/write-ups/to-do";

const NEWEST = 4;
const RECENT = 3;

export async function generateMetadata(): Promise<Metadata> {
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  return actor ? { title: `${translator(locale, "home")("title")} – Stafeta` } : {};
}

/** Home for whoever is signed in, the welcome for everybody else. */
export default async function FirstPage() {
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  const now = clock.now();
  if (!actor) {
    const [cities, recent] = await Promise.all([
      listMapCities(null, locale),
      listWriteUps(null, {}, { languages: [locale], limit: RECENT, locale }),
    ]);
    return (
      <Welcome cities={cities} recent={recent} demo={settings.demo} now={now} zone="Europe/Rome" locale={locale} />
    );
  }
  const [next, tasks, asks, votes, commitments, newest] = await Promise.all([
    nextSession(actor),
    listWriteUpTasks(actor),
    asksToDo(actor),
    votesToGive(actor),
    commitmentsToDo(actor),
    listWriteUps(actor, {}, { languages: [locale, ...actor.languages], limit: NEWEST, locale }),
  ]);
  const mayWrite = actor.memberships.some((m) => canPlace(actor, "write-up.create", m));
  return (
    <Home
      actor={actor}
      next={next}
      tasks={tasks}
      asks={asks}
      votes={votes}
      commitments={commitments}
      newest={newest.items}
      mayWrite={mayWrite}
      now={now}
      locale={locale}
    />
  );
}
