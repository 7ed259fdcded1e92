import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { QuickForm } from "@/components/write-ups/editing/quick-form";
import { StartForm } from "@/components/write-ups/editing/start-form";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { listCrises } from "@/lib/write-ups/crises";
import { listStartPlaces } from "@/lib/write-ups/editing";

interface Props {
  searchParams: Promise<{ kind?: string | string[] }>;
}

const KINDS = ["case", "practice", "quick"] as const;

async function kindOf({ searchParams }: Props) {
  const { kind } = await searchParams;
  return KINDS.find((one) => one === kind) ?? "case";
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: translator(await getLocale(), "writing")(`newTitle.${await kindOf(props)}`) };
}

export default async function New(props: Props) {
  const [actor, locale, kind] = await Promise.all([requireActor("/write-ups/new"), getLocale(), kindOf(props)]);
  const [[first, ...others], crises] = await Promise.all([listStartPlaces(actor, locale), listCrises(actor, locale)]);
  if (!first) notFound();
  const t = translator(locale, "writing");
  const form = {
    places: [first, ...others] as [typeof first, ...typeof others],
    crises,
    formKey: newId(),
    person: actor.personId,
    locale,
  };
  return (
    <div className="opening writing">
      <div className="task stack loose">
        <h1>{t(`newTitle.${kind}`)}</h1>
        <p className="lead">{t(`newLead.${kind}`)}</p>
        {kind === "quick" ? <QuickForm key={kind} {...form} /> : <StartForm key={kind} kind={kind} {...form} />}
      </div>
      <div className="tasklist stack">
        <p>{t("newPrivate")}</p>
        <p>{t(`newTime.${kind}`)}</p>
        <ul className="stack tight">
          {KINDS.filter((other) => other !== kind).map((other) => (
            <li key={other}>
              <Link className="act" href={`/write-ups/new?kind=${other}`}>
                {t(`newOther.${other}`)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
