import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Changes, ChangesInFull } from "@/components/revisions/changes";
import { City } from "@/components/ui/plate";
import { Answers } from "@/components/write-ups/editing/answers";
import { ShareStatus } from "@/components/write-ups/editing/share-status";
import { ShareVerbs } from "@/components/write-ups/editing/share-verbs";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { getReleaseDifference } from "@/lib/revisions/comparisons";
import { getWriteUpForSharing } from "@/lib/write-ups/sharing";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

const load = cache(async (id: string) => {
  const actor = await requireActor(`/write-ups/${id}/share`);
  return { actor, writeUp: await getWriteUpForSharing(actor, id, await getLocale()) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { writeUp } = await load((await params).id);
  return writeUp ? { title: `${translator(await getLocale(), "sharing")("title")}: ${writeUp.title}` } : {};
}

export default async function Share({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const { actor, writeUp } = await load(id);
  if (!writeUp) notFound();
  const t = translator(locale, "sharing");
  const tasks = translator(locale, "writing.tasks");
  const { kind, audience, city, draft, abilities, request } = writeUp;
  const target = request?.target ?? (audience === "public" ? "public" : "cohort");
  const differences = writeUp.changed || request ? await getReleaseDifference(actor, id, target, locale) : null;
  return (
    <>
      <div className="opening writing">
        <div className="tasklist stack">
          <p className="kicker">
            <City city={city} />
            <span>{tasks(`kind.${kind}`, { audience })}</span>
          </p>
          <p lang={writeUp.language}>
            <b>{writeUp.title}</b>
          </p>
          <p className="actions">
            <Link href={`/write-ups/${id}`}>{t("read")}</Link>
            {abilities.edit && <Link href={`/write-ups/${id}/edit`}>{tasks("back")}</Link>}
            <Link href={`/write-ups/${id}/revisions`}>{t("revisions")}</Link>
          </p>
        </div>
        <div className="task stack loose">
          <h1>{t("title")}</h1>
          <ShareStatus writeUp={writeUp} done={query.done} zone={actor.zone} locale={locale} />
          <ShareVerbs
            writeUp={writeUp}
            changes={differences && <Changes differences={differences} locale={locale} />}
            person={actor.personId}
            locale={locale}
          />
        </div>
      </div>
      {differences && differences.length > 0 && <ChangesInFull differences={differences} locale={locale} />}
      {draft && abilities.edit && (
        <Answers id={id} kind={kind} document={draft.document} language={writeUp.language} locale={locale} />
      )}
    </>
  );
}
