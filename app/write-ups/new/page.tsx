import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { StartForm } from "@/components/write-ups/editing/start-form";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { listCrises } from "@/lib/write-ups/crises";
import { listStartPlaces } from "@/lib/write-ups/editing";

interface Props {
  searchParams: Promise<{ kind?: string | string[] }>;
}

async function kindOf({ searchParams }: Props) {
  return (await searchParams).kind === "practice" ? "practice" : "case";
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: translator(await getLocale(), "writing")(`newTitle.${await kindOf(props)}`) };
}

export default async function New(props: Props) {
  const [actor, locale, kind] = await Promise.all([requireActor("/write-ups/new"), getLocale(), kindOf(props)]);
  const [[first, ...others], crises] = await Promise.all([listStartPlaces(actor), listCrises(actor)]);
  if (!first) notFound();
  const t = translator(locale, "writing");
  const other = kind === "case" ? "practice" : "case";
  return (
    <div className="opening writing">
      <div className="tasklist stack">
        <p>{t("newPrivate")}</p>
        <p>{t("newTime")}</p>
        <p className="actions">
          <Link href={`/write-ups/new?kind=${other}`}>{t(`newOther.${kind}`)}</Link>
        </p>
      </div>
      <div className="task stack loose">
        <h1>{t(`newTitle.${kind}`)}</h1>
        <p className="lead">{t(`newLead.${kind}`)}</p>
        <StartForm
          key={kind}
          kind={kind}
          places={[first, ...others]}
          crises={crises}
          formKey={newId()}
          locale={locale}
        />
      </div>
    </div>
  );
}
