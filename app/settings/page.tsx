import type { Metadata } from "next";
import Link from "next/link";
import { FollowList } from "@/components/follows/follow-list";
import { MailSettings } from "@/components/inbox/mail-settings";
import { AwayForm } from "@/components/people/away-form";
import { Done } from "@/components/people/done";
import { OwnPlaces } from "@/components/people/own-places";
import { ProfileForm } from "@/components/people/profile-form";
import { SettingsContents } from "@/components/people/settings-contents";
import { SignInList } from "@/components/people/sign-in-list";
import { SignOut } from "@/components/people/sign-out";
import { SignedLinks } from "@/components/signed-links/signed-links";
import { getLocale, requireActor } from "@/lib/auth/current";
import { listSignIns } from "@/lib/auth/sign-ins";
import { listManagedCohorts } from "@/lib/cohorts/queries";
import { listFollows } from "@/lib/follows/queries";
import { translator } from "@/lib/i18n/translator";
import { rhythmOf } from "@/lib/inbox/rhythm";
import { personPath } from "@/lib/people/path";
import { getProfile, listOwnPlaces } from "@/lib/people/profile";
import { zoneOptions } from "@/lib/people/zone-options";
import { cityName } from "@/lib/sessions/city-name";
import { listOwnLinks } from "@/lib/signed-links/own";
import { clock } from "@/lib/time/now";
import { listCities } from "@/lib/workspaces/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "settings")("title") };
}

export default async function Settings({ searchParams }: PageProps<"/settings">) {
  const actor = await requireActor("/settings");
  const [locale, { saved }, profile, places, rhythm, follows, links, signIns, cohorts, cities] = await Promise.all([
    getLocale(),
    searchParams,
    getProfile(actor),
    listOwnPlaces(actor),
    rhythmOf(actor),
    listFollows(actor),
    listOwnLinks(actor),
    listSignIns(actor),
    listManagedCohorts(actor),
    listCities(actor),
  ]);
  const t = translator(locale, "settings");
  const named = cities.map((city) => ({ name: cityName(city, locale), zone: city.zone }));
  const calendar = translator(locale, "calendars.feed");
  const ownLinks = translator(locale, "links.own");
  const parts = [
    { id: "memberships", title: t("memberships") },
    { id: "profile", title: t("profile") },
    { id: "away", title: t("away") },
    { id: "mail", title: translator(locale, "digest.settings")("title") },
    { id: "links", title: ownLinks("title") },
    { id: "calendar", title: calendar("title") },
    { id: "sign-ins", title: t("signIns") },
  ];
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
      <div className="band">
        <SettingsContents parts={parts} locale={locale} />
        <section className="text stack" aria-labelledby="memberships">
          <h2 id="memberships">{t("memberships")}</h2>
          <OwnPlaces places={places} managesCohort={cohorts.length > 0} locale={locale} />
        </section>
      </div>
      <section className="band" aria-labelledby="profile">
        <header className="hung">
          <h2 id="profile">{t("profile")}</h2>
          <p>{t("profileNote")}</p>
          {places.length > 0 && (
            <p>
              <a className="act" href={personPath(actor.personId)}>
                {t("yourPage")}
              </a>
            </p>
          )}
        </header>
        <div className="text stack loose">
          {saved === "profile" && <Done>{t("saved.profile")}</Done>}
          <ProfileForm profile={profile} zones={zones} locale={locale} />
        </div>
      </section>
      <section className="band" aria-labelledby="away">
        <header className="hung">
          <h2 id="away">{t("away")}</h2>
          <p>{t("awayNote")}</p>
        </header>
        <div className="text stack loose">
          {(saved === "away" || saved === "back") && <Done>{t(`saved.${saved}`)}</Done>}
          <AwayForm awayUntil={profile.awayUntil} locale={locale} key={profile.awayUntil} />
        </div>
      </section>
      <MailSettings rhythm={rhythm} saved={saved === "mail"} locale={locale} />
      <FollowList follows={follows} locale={locale} />
      <section className="band" aria-labelledby="links">
        <header className="hung">
          <h2 id="links">{ownLinks("title")}</h2>
          <p>{ownLinks("note")}</p>
        </header>
        <div className="text stack loose">
          {(saved === "link" || saved === "links") && <Done>{ownLinks(`saved.${saved}`)}</Done>}
          <SignedLinks links={links} zone={actor.zone} locale={locale} />
        </div>
      </section>
      <section className="band" aria-labelledby="calendar">
        <header className="hung">
          <h2 id="calendar">{calendar("title")}</h2>
        </header>
        <p className="text">
          <Link className="act" href="/calendar">
            {calendar("subscribe")}
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
