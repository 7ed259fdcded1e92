import type { Metadata } from "next";
import { OwnFeed } from "@/components/calendars/own-feed";
import { Done } from "@/components/people/done";
import { getLocale, requireActor } from "@/lib/auth/current";
import { feedSince } from "@/lib/calendars/queries";
import { settings } from "@/lib/env/settings";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "calendars.feed")("title") };
}

const PROGRAMS = ["howGoogle", "howOutlook", "howApple"] as const;

export default async function OwnCalendar({ searchParams }: PageProps<"/calendar">) {
  const actor = await requireActor("/calendar");
  const [locale, { saved }, since] = await Promise.all([getLocale(), searchParams, feedSince(actor)]);
  const t = translator(locale, "calendars.feed");
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
        </div>
      </div>
      <section className="band" aria-labelledby="mails">
        <h2 className="hung" id="mails">
          {t("mails")}
        </h2>
        <div className="text stack">
          <p>{t("mailsText", { email: actor.email })}</p>
          {settings.inboundAddress && <p>{t("mailsAnswer")}</p>}
        </div>
      </section>
      <section className="band" aria-labelledby="subscribe">
        <h2 className="hung" id="subscribe">
          {t("subscribe")}
        </h2>
        <div className="text stack loose">
          {saved === "ended" && <Done>{t("ended")}</Done>}
          <div className="stack">
            <p>{t("subscribeText")}</p>
            <p>{t("secretText")}</p>
          </div>
          <OwnFeed since={since} zone={actor.zone} locale={locale} />
        </div>
      </section>
      <section className="band" aria-labelledby="how">
        <h2 className="hung" id="how">
          {t("how")}
        </h2>
        <div className="text stack">
          <ul>
            {PROGRAMS.map((program) => (
              <li key={program}>{t(program)}</li>
            ))}
          </ul>
          <p className="hint">{t("howOften")}</p>
        </div>
      </section>
    </>
  );
}
