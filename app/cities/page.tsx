import type { Metadata } from "next";
import Link from "next/link";
import { CityLine } from "@/components/cities/city-line";
import { getActor, getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { clock } from "@/lib/time/now";
import { listCities } from "@/lib/workspaces/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "cities")("title") };
}

export default async function Cities() {
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  const cities = await listCities(actor);
  const t = translator(locale, "cities");
  const inCohort = actor !== null && actor.memberships.length > 0;
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">
            {cities.length === 0 ? t("empty") : t("lead", { count: cities.length })} {!inCohort && t("leadPublic")}
          </p>
        </div>
        {inCohort && (
          <p className="right actions">
            <Link href="/people">{t("people")}</Link>
            <Link href="/asks">{translator(locale, "asks")("title")}</Link>
          </p>
        )}
      </div>
      <div className="band">
        <div className="text">
          <CityLine
            cities={cities}
            at={clock.now()}
            locale={locale}
            mine={actor?.memberships.flatMap((m) => m.workspaceId ?? []) ?? []}
            isPublic={!inCohort}
          />
        </div>
      </div>
    </>
  );
}
