import type { Metadata } from "next";
import Link from "next/link";
import { Done } from "@/components/people/done";
import { OwnPlaces } from "@/components/people/own-places";
import { ProfileForm } from "@/components/people/profile-form";
import { SignInList } from "@/components/people/sign-in-list";
import { SignOut } from "@/components/people/sign-out";
import { getLocale, requireActor } from "@/lib/auth/current";
import { listSignIns } from "@/lib/auth/sign-ins";
import { listManagedCohorts } from "@/lib/cohorts/queries";
import { translator } from "@/lib/i18n/translator";
import { getProfile, listOwnPlaces } from "@/lib/people/profile";
import { zoneOptions } from "@/lib/people/zone-options";
import { cityName } from "@/lib/sessions/city-name";
import { clock } from "@/lib/time/now";
import { listCities } from "@/lib/workspaces/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "settings")("title") };
}

export default async function Settings({ searchParams }: PageProps<"/settings">) {
  const actor = await requireActor("/settings");
  const [locale, { saved }, profile, places, signIns, cohorts, cities] = await Promise.all([
    getLocale(),
    searchParams,
    getProfile(actor),
    listOwnPlaces(actor),
    listSignIns(actor),
    listManagedCohorts(actor),
    listCities(actor),
  ]);
  const t = translator(locale, "settings");
  const named = cities.map((city) => ({ name: cityName(city, locale), zone: city.zone }));
  const zones = zoneOptions(profile.zone, named, clock.now(), locale);
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("signedInAs", { email: profile.email })}</p>
        </div>
        <div className="right stack">
          <SignOut to="/" label={t("signOut")} locale={locale} />
          <p className="small muted">{t("signOutNote")}</p>
        </div>
      </div>
      <section className="band" aria-labelledby="memberships">
        <h2 className="hung" id="memberships">
          {t("memberships")}
        </h2>
        <OwnPlaces places={places} managesCohort={cohorts.length > 0} locale={locale} />
      </section>
      <section className="band" aria-labelledby="profile">
        <header className="hung">
          <h2 id="profile">{t("profile")}</h2>
          <p>{t("profileNote")}</p>
        </header>
        <div className="text stack loose">
          {saved === "profile" && <Done>{t("saved.profile")}</Done>}
          <ProfileForm profile={profile} zones={zones} locale={locale} />
        </div>
      </section>
      <section className="band" aria-labelledby="calendar">
        <header className="hung">
          <h2 id="calendar">{translator(locale, "calendars.feed")("title")}</h2>
        </header>
        <p className="text">
          <Link className="act" href="/calendar">
            {translator(locale, "calendars.feed")("subscribe")}
          </Link>
        </p>
      </section>
      <section className="band" aria-labelledby="sign-ins">
        <header className="hung">
          <h2 id="sign-ins">{t("signIns")}</h2>
          <p>{t("signInsNote")}</p>
        </header>
        <div className="text stack loose">
          {(saved === "sign-in" || saved === "sign-ins") && <Done>{t(`saved.${saved}`)}</Done>}
          <SignInList places={signIns} zone={actor.zone} locale={locale} />
        </div>
      </section>
    </>
  );
}
