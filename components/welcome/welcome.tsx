import Link from "next/link";
import { Clocks } from "@/components/home/clocks";
import { Brief } from "@/components/write-ups/brief";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatDay } from "@/lib/time/format";
import type { MapCity } from "@/lib/workspaces/marks";
import type { WriteUpList } from "@/lib/write-ups/types";
import { CohortMap } from "./cohort-map";

interface Props {
  cities: MapCity[];
  recent: WriteUpList;
  demo: boolean;
  now: Date;
  zone: string;
  locale: Locale;
}

/** What this is, for whom, and why: the page for people without an account. */
export function Welcome({ cities, recent, demo, now, zone, locale }: Props) {
  const t = translator(locale, "welcome");
  const phases = translator(locale, "reading");
  return (
    <>
      <div className="hero">
        <h1>{t("headline")}</h1>
        <div className="stack loose">
          <p className="lead">{t("lead")}</p>
          <p className="actions">
            <Link className="button big" href={demo ? "/sign-in#demo-people" : "/library"}>
              {demo ? t("look") : t("read")}
            </Link>
            <Link className="button big quiet" href="/sign-in">
              {t("signIn")}
            </Link>
          </p>
        </div>
      </div>
      {cities.length > 0 && (
        <section className="band" aria-labelledby="map">
          <h2 className="hung" id="map">
            {t("mapTitle", { count: cities.length })}
          </h2>
          <p className="matter lead">{t("mapLead")}</p>
          <CohortMap cities={cities} locale={locale} />
        </section>
      )}
      {cities.length > 0 && (
        <section className="band" aria-labelledby="clocks">
          <header className="hung">
            <h2 id="clocks">{t("clocks", { count: cities.length })}</h2>
            <p>{formatDay(now, zone, locale)}</p>
          </header>
          <Clocks cities={cities} at={now} locale={locale} across />
        </section>
      )}
      {recent.items.length > 0 && (
        <section className="band" aria-labelledby="recent">
          <header className="hung">
            <h2 id="recent">{t("recent")}</h2>
            <p>
              <Link className="act" href="/library">
                {t("all", { count: recent.total })}
              </Link>
            </p>
          </header>
          <div className="matter briefs">
            {recent.items.map((item) => (
              <Brief key={item.id} item={item} locale={locale} />
            ))}
          </div>
        </section>
      )}
      <section className="band light" aria-labelledby="relay">
        <h2 className="hung" id="relay">
          {t("relay")}
        </h2>
        <ol className="matter relay">
          {(["respond", "rebuild", "reinvent"] as const).map((phase) => (
            <li className={phase === "reinvent" ? "now" : undefined} key={phase}>
              <h3>{phases(`phases.${phase}.name`)}</h3>
              <p>{phases(`phases.${phase}.note`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className="band" aria-labelledby="why">
        <h2 className="hung" id="why">
          {t("why")}
        </h2>
        <div className="text stack">
          <p>{t("whyOne")}</p>
          <p>{t("whyTwo")}</p>
        </div>
        <div className="aside small">
          <h3>{t("programme")}</h3>
          <p className="muted">{t("programmeText")}</p>
        </div>
      </section>
    </>
  );
}
