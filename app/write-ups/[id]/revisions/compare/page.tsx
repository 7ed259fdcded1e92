import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Difference } from "@/components/revisions/difference";
import { RevisionHead } from "@/components/revisions/revision-head";
import { getActor, getLocale } from "@/lib/auth/current";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { compareAddress, stateIn, viewIn } from "@/lib/revisions/address";
import { getComparison } from "@/lib/revisions/comparisons";
import { WORK } from "@/lib/revisions/limits";
import type { StateName } from "@/lib/revisions/types";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const load = cache(async (id: string, from: StateName, to: StateName, language: string) =>
  getComparison(await getActor(), id, { from, to, language }, await getLocale()),
);

async function given({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [from, to] = [stateIn(query.from), stateIn(query.to)];
  if (from === null || to === null) return null;
  return load(id, from, to, String(query.in ?? ""));
}

function nameOf(state: StateName, locale: Locale): string {
  const t = translator(locale, "revisions");
  return state === WORK ? t("work") : t("number", { number: state });
}

function titleOf(from: StateName, to: StateName, locale: Locale): string {
  return translator(locale, "revisions")("compareTitle", { from: String(from), to: String(to) });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await given(props);
  return found ? { title: titleOf(found.from, found.to, await getLocale()), robots: { index: false } } : {};
}

export default async function Compare(props: Props) {
  const found = await given(props);
  if (!found) notFound();
  const locale = await getLocale();
  const t = translator(locale, "revisions");
  const { writeUp, from, to, languages, difference } = found;
  const view = viewIn((await props.searchParams).view);
  const { language } = difference;
  const address = (changes: Partial<Parameters<typeof compareAddress>[1]>) =>
    compareAddress(writeUp.id, { from, to, view, language, ...changes });
  const other = view === "inline" ? "side" : "inline";
  const changed = difference.parts.some(({ status }) => status !== "same");
  return (
    <>
      <RevisionHead writeUp={writeUp} title={titleOf(from, to, locale)} list locale={locale}>
        <p className="lead">{changed ? t("legend") : t("nothing")}</p>
        <p className="actions no-print">
          <Link href={address({ view: other })}>{t("otherView", { view: other })}</Link>
          <Link href={address({ from: to, to: from })}>{t("swap")}</Link>
        </p>
        {languages.length > 1 && (
          <p className="actions">
            <b>{t("inLanguage", { language: languageIn(language, locale) })}</b>
            <span className="vh">{t("otherLanguages")}</span>
            {languages
              .filter((one) => one !== language)
              .map((one) => (
                <Link key={one} href={address({ language: one })} hrefLang={one}>
                  {languageIn(one, locale)}
                </Link>
              ))}
          </p>
        )}
      </RevisionHead>
      <Difference
        difference={difference}
        view={view}
        names={{ before: nameOf(from, locale), after: nameOf(to, locale) }}
        level="h2"
        locale={locale}
      />
    </>
  );
}
