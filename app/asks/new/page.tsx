import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AskForm } from "@/components/asks/ask-form";
import { BeforeSending } from "@/components/asks/before-sending";
import { ChooseTarget } from "@/components/asks/choose-target";
import { prepareAsk } from "@/lib/asks/prepare";
import { newAskAddress } from "@/lib/asks/query";
import type { NewAsk } from "@/lib/asks/types";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { cityName } from "@/lib/sessions/city-name";
import { listCities } from "@/lib/workspaces/queries";
import { term } from "@/lib/write-ups/terms";

const load = cache(async (address: string) => {
  const actor = await getActor();
  return actor && prepareAsk(actor, Object.fromEntries(new URLSearchParams(address)));
});

/** What an address asks for, in one order, so that the page and its title load it once. */
async function given({ searchParams }: PageProps<"/asks/new">): Promise<string> {
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === "string" ? query[name].slice(0, 80) : undefined);
  return newAskAddress({ city: one("city"), theme: one("theme"), writeUp: one("writeUp") });
}
const searchOf = (address: string) => address.split("?")[1] ?? "";

export async function generateMetadata(props: PageProps<"/asks/new">): Promise<Metadata> {
  const [locale, address] = await Promise.all([getLocale(), given(props)]);
  return { title: titleOf(await load(searchOf(address)), locale) };
}

export default async function Page(props: PageProps<"/asks/new">) {
  const address = await given(props);
  const actor = await requireActor(address);
  const [locale, ask] = await Promise.all([getLocale(), load(searchOf(address))]);
  if (!ask) notFound();
  const t = translator(locale, "asks.new");
  const mine = (id: string) => actor.memberships.some(({ workspaceId }) => workspaceId === id);
  const cities = ask.target ? [] : await listCities(actor);
  const own = ask.own ? cities.find(({ id }) => mine(id)) : undefined;
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{titleOf(ask, locale)}</h1>
          {!ask.target && <p className="lead">{t("lead")}</p>}
          {own && <p>{t("own", { city: cityName(own, locale) })}</p>}
          {ask.kept && <p>{t("kept")}</p>}
          {ask.target && (
            <p>
              <Link className="act" href={newAskAddress({ writeUp: ask.writeUp?.id })}>
                {t("other")}
              </Link>
            </p>
          )}
        </div>
      </div>
      {ask.target ? (
        <div className="band">
          <div className="hung stack">
            <BeforeSending ask={ask} zone={actor.zone} locale={locale} />
          </div>
          <div className="text">
            <AskForm ask={ask} formKey={newId()} language={locale} locale={locale} />
          </div>
        </div>
      ) : (
        <ChooseTarget cities={cities.filter(({ id }) => !mine(id))} writeUp={ask.writeUp?.id} locale={locale} />
      )}
    </>
  );
}

function titleOf(ask: NewAsk | null, locale: Locale): string {
  const t = translator(locale, "asks");
  if (!ask?.target) return t("new.title");
  const { city, theme } = ask.target;
  if (city) return t("askCity", { city: cityName(city, locale) });
  return t("new.titleTheme", { theme: term("theme", theme ?? "", locale) });
}
