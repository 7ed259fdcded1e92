import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EndForm } from "@/components/series/end-form";
import { SeriesList } from "@/components/series/series-list";
import { rhythmWords } from "@/components/series/series-words";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { getSeries } from "@/lib/series/queries";
import { cityName, placeOf } from "@/lib/sessions/city-name";
import { formatDay, formatPartialDate } from "@/lib/time/format";
import { intlLocale } from "@/lib/time/intl-formats";

const load = cache(async (id: string) => {
  const actor = await getActor();
  return actor && getSeries(actor, id);
});

export async function generateMetadata({ params }: PageProps<"/series/[id]">): Promise<Metadata> {
  const [locale, series] = await Promise.all([getLocale(), load((await params).id)]);
  return { title: series ? series.title : translator(locale, "sessions")("title") };
}

export default async function Page({ params }: PageProps<"/series/[id]">) {
  const { id } = await params;
  const actor = await requireActor(`/series/${id}`);
  const [series, locale] = await Promise.all([load(id), getLocale()]);
  if (!series) notFound();
  const t = translator(locale, "series");
  const list = { cities: series.cities, zone: actor.zone, locale };
  const time = series.wallStart.slice(11);
  const names = new Intl.ListFormat(intlLocale(locale), { type: "conjunction" });
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <p className="kicker">{t("title")}</p>
          <h1 lang={series.language === locale ? undefined : series.language}>{series.title}</h1>
          <p className="lead">
            {series.rotates
              ? t("rotating", { rhythm: rhythmWords(series, locale) })
              : t("at", {
                  rhythm: rhythmWords(series, locale),
                  time,
                  place: placeOf(series.zone, series.cities, [], locale),
                })}{" "}
            {series.untilOn && t("until", { day: formatPartialDate(series.untilOn, locale) })}
          </p>
          <p className="muted">{t(series.skipsHolidays ? "skips" : "keeps")}</p>
        </div>
      </div>
      <section className="band" aria-labelledby="coming">
        <header className="hung">
          <h2 id="coming">{t("coming")}</h2>
          {series.leftOut.map((left) => (
            <p key={left.startsAt.toISOString()}>
              {t("leftOut", {
                day: formatDay(left.startsAt, actor.zone, locale),
                cities: names.format(
                  series.cities.filter(({ id }) => left.holidays.includes(id)).map((city) => cityName(city, locale)),
                ),
              })}
            </p>
          ))}
        </header>
        {series.coming.length > 0 ? (
          <SeriesList lines={series.coming} {...list} />
        ) : (
          <p className="text">{t("comingEmpty")}</p>
        )}
      </section>
      {series.past.length > 0 && (
        <section className="band" aria-labelledby="past">
          <h2 className="hung" id="past">
            {t("past")}
          </h2>
          <SeriesList lines={series.past} {...list} />
        </section>
      )}
      {series.abilities.end && (
        <section className="band" aria-labelledby="end">
          <header className="hung">
            <h2 id="end">{t("end.title")}</h2>
            <p>{t("end.note")}</p>
          </header>
          <div className="text">
            <EndForm series={series} locale={locale} />
          </div>
        </section>
      )}
    </>
  );
}
