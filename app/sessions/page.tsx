import type { Metadata } from "next";
import Link from "next/link";
import { SessionList } from "@/components/sessions/session-list";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { isId } from "@/lib/ids";
import { placeOf } from "@/lib/sessions/city-name";
import { citiesAround, myWorkspaces, scheduleCohort } from "@/lib/sessions/places";
import { listSessions } from "@/lib/sessions/queries";
import { clock } from "@/lib/time/now";
import { offsetLabel } from "@/lib/time/zones";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "sessions")("title") };
}

export default async function Page({ searchParams }: PageProps<"/sessions">) {
  const actor = await requireActor("/sessions");
  const [locale, { before }] = await Promise.all([getLocale(), searchParams]);
  const cursor = isId(before) ? before : undefined;
  const [coming, past, cities] = await Promise.all([
    listSessions(actor, { when: "upcoming" }),
    listSessions(actor, { when: "past", before: cursor }),
    citiesAround(actor),
  ]);
  const t = translator(locale, "sessions");
  const ui = translator(locale, "ui");
  const mayBegin = scheduleCohort(actor) !== null;
  const oldest = past.days.at(-1)?.sessions.at(-1);
  const place = placeOf(actor.zone, cities, myWorkspaces(actor), locale);
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("clockLead", { place, offset: offsetLabel(clock.now(), actor.zone) })}</p>
        </div>
        {mayBegin && (
          <p className="right actions">
            <Link className="button big" href="/sessions/new">
              {t("new")}
            </Link>
          </p>
        )}
      </div>
      {!cursor && (
        <section className="band" aria-labelledby="coming">
          <h2 className="hung" id="coming">
            {t("coming")}
          </h2>
          {coming.days.length > 0 ? (
            <SessionList days={coming.days} zone={actor.zone} locale={locale} />
          ) : (
            <div className="text stack">
              <p>{t("comingEmpty")}</p>
              <p className="muted">{t(mayBegin ? "comingEmptyBegin" : "comingEmptyWait")}</p>
            </div>
          )}
        </section>
      )}
      <section className="band" aria-labelledby="past">
        <h2 className="hung" id="past">
          {t("past")}
        </h2>
        {past.days.length > 0 ? (
          <SessionList days={past.days} zone={actor.zone} locale={locale} />
        ) : (
          <p className="text">{t("pastEmpty")}</p>
        )}
        {(past.more || cursor) && (
          <p className="matter actions">
            {cursor && <Link href="/sessions#past">{ui("newer")}</Link>}
            {past.more && oldest && <Link href={`/sessions?before=${oldest.id}#past`}>{ui("older")}</Link>}
          </p>
        )}
      </section>
    </>
  );
}
