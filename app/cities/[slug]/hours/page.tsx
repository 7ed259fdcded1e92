import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { HolidayForm } from "@/components/cities/holiday-form";
import { HolidayList } from "@/components/cities/holiday-list";
import { HoursForm } from "@/components/cities/hours-form";
import { Done } from "@/components/people/done";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { formatPartialDate } from "@/lib/time/format";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { cityHours } from "@/lib/workspaces/hours";
import { getCity } from "@/lib/workspaces/queries";

const DONE = ["added", "works", "removed"] as const;

export async function generateMetadata({ params }: PageProps<"/cities/[slug]/hours">): Promise<Metadata> {
  const [actor, locale, { slug }] = await Promise.all([getActor(), getLocale(), params]);
  const city = await getCity(actor, slug);
  if (!city) return {};
  return { title: translator(locale, "holidays")("pageTitle", { city: cityName(city, locale) }) };
}

export default async function Page({ params, searchParams }: PageProps<"/cities/[slug]/hours">) {
  const [{ slug }, { done }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(`/cities/${encodeURIComponent(slug)}/hours`);
  const [city, locale] = await Promise.all([getCity(actor, slug), getLocale()]);
  const hours = city && (await cityHours(actor, city));
  if (!city || !hours?.maySet) notFound();
  const t = translator(locale, "holidays");
  const name = cityName(city, locale);
  const country = new Intl.DisplayNames([locale], { type: "region" }).of(city.country) ?? city.country;
  const said = DONE.find((one) => one === done);
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("pageTitle", { city: name })}</h1>
          <p className="lead">{t("pageLead")}</p>
          <p className="actions">
            <Link href={`/cities/${city.slug}`}>{t("back", { city: name })}</Link>
            <Link href="/sessions/fair-hours">{t("toLedger")}</Link>
          </p>
        </div>
      </div>
      <section className="band" aria-labelledby="week">
        <header className="hung">
          <h2 id="week">{t("title")}</h2>
          <p>{t("weekNote", { city: name })}</p>
        </header>
        <div className="text stack loose">
          {done === "hours" && <Done>{t("done.hours")}</Done>}
          <HoursForm slug={city.slug} week={hours.week} locale={locale} />
        </div>
      </section>
      <section className="band" aria-labelledby="holidays">
        <header className="hung">
          <h2 id="holidays">{t("coming")}</h2>
          <p>
            {hours.table
              ? t("tableNote", { country, from: `${hours.table.from}`, until: `${hours.table.until}` })
              : t("noTable", { city: name })}
          </p>
        </header>
        <div className="matter stack loose">
          {said && <Done>{t(`done.${said}`)}</Done>}
          {hours.days.length > 0 && (
            <HolidayList
              slug={city.slug}
              week={hours.week}
              days={hours.days}
              country={country}
              city={name}
              locale={locale}
            />
          )}
        </div>
      </section>
      <section className="band" aria-labelledby="add">
        <header className="hung">
          <h2 id="add">{t("addTitle")}</h2>
          <p>{t("addNote")}</p>
        </header>
        <div className="text">
          <HolidayForm
            slug={city.slug}
            example={formatPartialDate(`${Number(dateIn(clock.now(), city.zone).slice(0, 4)) + 1}-06-24`, locale)}
            locale={locale}
          />
        </div>
      </section>
    </>
  );
}
