import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Difference } from "@/components/revisions/difference";
import { RestoreForm } from "@/components/revisions/restore-form";
import { RevisionHead } from "@/components/revisions/revision-head";
import { getLocale, requireActor } from "@/lib/auth/current";
import { languageIn } from "@/lib/i18n/languages";
import { translator } from "@/lib/i18n/translator";
import { numberIn } from "@/lib/revisions/address";
import { getRestore } from "@/lib/revisions/comparisons";

interface Props {
  params: Promise<{ id: string; number: string }>;
}

const load = cache(async (id: string, given: string) => {
  const actor = await requireActor(`/write-ups/${id}/revisions/${given}/restore`);
  const number = numberIn(given);
  return number === null ? null : getRestore(actor, id, number, await getLocale());
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, number } = await params;
  const found = await load(id, number);
  return found ? { title: translator(await getLocale(), "revisions.restore")("title", { number }) } : {};
}

export default async function Restore({ params }: Props) {
  const [{ id, number: given }, locale] = await Promise.all([params, getLocale()]);
  const found = await load(id, given);
  if (!found) notFound();
  const number = Number(given);
  const t = translator(locale, "revisions");
  const { writeUp, seen, differences } = found;
  const names = { before: t("work"), after: t("number", { number }) };
  return (
    <>
      <RevisionHead writeUp={writeUp} title={t("restore.title", { number })} list locale={locale}>
        {differences.length === 0 ? (
          <p className="lead">{t("restore.same", { number })}</p>
        ) : (
          <>
            <p className="lead">{t("restore.text", { number })}</p>
            <p>
              {t("restore.released")} {t("restore.closer")}
            </p>
            <RestoreForm id={id} number={number} seen={seen} locale={locale} />
          </>
        )}
      </RevisionHead>
      {differences.length > 0 && (
        <section className="band" aria-labelledby="h-what">
          <h2 className="hung" id="h-what">
            {t("restore.what")}
          </h2>
          <p className="matter small muted">{t("legend")}</p>
        </section>
      )}
      {differences.map((difference) => (
        <div key={difference.language}>
          {differences.length > 1 && (
            <p className="label under" id={`l-${difference.language}`}>
              {t("inLanguage", { language: languageIn(difference.language, locale) })}
            </p>
          )}
          <Difference
            difference={difference}
            view="inline"
            names={names}
            level="h3"
            under={differences.length > 1 ? `l-${difference.language}` : undefined}
            locale={locale}
          />
        </div>
      ))}
    </>
  );
}
