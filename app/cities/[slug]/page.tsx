import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CityAsks } from "@/components/asks/city-asks";
import { CityCommitments } from "@/components/cities/city-commitments";
import { CityHours } from "@/components/cities/city-hours";
import { CityInvitations } from "@/components/cities/city-invitations";
import { CityOpening } from "@/components/cities/city-opening";
import { CityWriteUps } from "@/components/cities/city-write-ups";
import { Done } from "@/components/people/done";
import { Members } from "@/components/people/members";
import { asksOfCity } from "@/lib/asks/queries";
import { canPlace } from "@/lib/auth/can";
import { getActor, getLocale } from "@/lib/auth/current";
import { rolesToInvite } from "@/lib/cohorts/place-actions";
import { listOpenInvitations } from "@/lib/cohorts/queries";
import { commitmentsOfCity } from "@/lib/commitments/queries";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { listMembers } from "@/lib/people/queries";
import { cityName } from "@/lib/sessions/city-name";
import { clock } from "@/lib/time/now";
import { cityHours } from "@/lib/workspaces/hours";
import { getCity, listNeighbours } from "@/lib/workspaces/queries";
import { listWriteUps } from "@/lib/write-ups/queries";

export async function generateMetadata({ params }: PageProps<"/cities/[slug]">): Promise<Metadata> {
  const [actor, locale, { slug }] = await Promise.all([getActor(), getLocale(), params]);
  const city = await getCity(actor, slug);
  return city ? { title: cityName(city, locale) } : {};
}

export default async function Page({ params, searchParams }: PageProps<"/cities/[slug]">) {
  const [actor, locale, { slug }, { done }] = await Promise.all([getActor(), getLocale(), params, searchParams]);
  const city = await getCity(actor, slug);
  if (!city) notFound();
  const place = { cohortId: city.cohort.id, workspaceId: city.id };
  const languages = [locale, ...(actor?.languages ?? [])];
  const [neighbours, writeUps, commitments, asked, hours, members, invitations] = await Promise.all([
    listNeighbours(city),
    listWriteUps(actor, { workspaceId: city.id }, { languages, locale }),
    actor && city.abilities.seePeople ? commitmentsOfCity(actor, city.id) : [],
    actor && city.abilities.seePeople ? asksOfCity(actor, city.id) : [],
    cityHours(actor, city),
    listMembers(actor, place),
    listOpenInvitations(actor, place),
  ]);
  const roles = rolesToInvite(actor, place);
  const t = translator(locale, "cities.city");
  const name = cityName(city, locale);
  const here = `/cities/${city.slug}`;
  return (
    <>
      <CityOpening
        city={city}
        neighbours={neighbours}
        at={clock.now()}
        readerZone={actor?.zone ?? null}
        invites={roles.length > 0}
        locale={locale}
      />
      <div className="band">
        <nav className="hung contents" aria-label={t("onThisPage")}>
          <h2>{t("onThisPage")}</h2>
          <ul>
            <li>
              <a href="#write-ups">{t("writeUps")}</a>
            </li>
            {city.abilities.seePeople && (
              <li>
                <a href="#commitments">{translator(locale, "commitments")("cityTitle")}</a>
              </li>
            )}
            {city.abilities.seePeople && (
              <li>
                <a href="#asked">{translator(locale, "asks")("city.title")}</a>
              </li>
            )}
            {hours && (
              <li>
                <a href="#hours">{translator(locale, "holidays")("title")}</a>
              </li>
            )}
            {city.abilities.seePeople && (
              <li>
                <a href="#people">{t("people")}</a>
              </li>
            )}
            {roles.length > 0 && (
              <li>
                <a href="#invitations">{t("invitations")}</a>
              </li>
            )}
            {city.abilities.seeLog && (
              <li>
                <Link href={`${here}/log`} prefetch={false}>
                  {t("log")}
                </Link>
              </li>
            )}
            {city.abilities.seeLog && (
              <li>
                <Link href="/reports" prefetch={false}>
                  {translator(locale, "moderation")("title")}
                </Link>
              </li>
            )}
          </ul>
        </nav>
        <CityWriteUps city={city} list={writeUps} locale={locale} />
      </div>
      {city.abilities.seePeople && <CityCommitments city={city} items={commitments} locale={locale} />}
      {actor && city.abilities.seePeople && (
        <CityAsks
          city={city}
          items={asked}
          mayAsk={canPlace(actor, "ask.post", place) && !actor.memberships.some((m) => m.workspaceId === city.id)}
          zone={actor.zone}
          locale={locale}
        />
      )}
      {hours && <CityHours city={city} hours={hours} locale={locale} />}
      {city.abilities.seePeople && (
        <section className="band" aria-labelledby="people">
          <header className="hung">
            <h2 id="people">{t("people")}</h2>
            <p>{t("peopleNote")}</p>
          </header>
          <div className="matter stack">
            {done === "ended" && <Done>{translator(locale, "invitations")("ended")}</Done>}
            {members.length > 0 ? (
              <Members
                members={members}
                caption={`${t("people")}: ${name}`}
                to={`${here}?done=ended#people`}
                locale={locale}
              />
            ) : (
              <p>{t("peopleEmpty")}</p>
            )}
          </div>
        </section>
      )}
      {roles.length > 0 && actor && (
        <CityInvitations
          city={city}
          invitations={invitations}
          roles={roles}
          formKey={newId()}
          done={done}
          zone={actor.zone}
          locale={locale}
        />
      )}
    </>
  );
}
