import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Frame } from "@/components/moderation/frame";
import { HideForm } from "@/components/moderation/hide-form";
import { RestoreForm } from "@/components/moderation/restore-form";
import { WhyHidden } from "@/components/moderation/why-hidden";
import { Words } from "@/components/moderation/words";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { getJudged } from "@/lib/moderation/queries";

export async function generateMetadata({ searchParams }: PageProps<"/reports/hide">): Promise<Metadata> {
  const [{ comment }, actor, locale] = await Promise.all([searchParams, getActor(), getLocale()]);
  const judged = actor && (await getJudged(actor, comment));
  return { title: translator(locale, "moderation")(judged?.abilities.restore ? "restoreTitle" : "hideTitle") };
}

export default async function Page({ searchParams }: PageProps<"/reports/hide">) {
  const query = await searchParams;
  const actor = await requireActor(`/reports/hide?comment=${query.comment}`);
  const [judged, locale] = await Promise.all([getJudged(actor, query.comment), getLocale()]);
  if (!judged?.abilities.hide && !judged?.abilities.restore) notFound();
  const t = translator(locale, "moderation");
  const { hidden, appeal, abilities } = judged;
  const name = judged.author ?? "";
  const from = query.from === "reports" ? "reports" : "";
  const view = { judged, zone: actor.zone, locale };
  if (abilities.hide) {
    return (
      <Frame {...view} title={t("hideTitle")} lead={t("hideLead", { name })}>
        <HideForm judged={judged} from={from} locale={locale} />
      </Frame>
    );
  }
  return (
    <Frame {...view} title={t("restoreTitle")} lead={t("restoreLead", { name })}>
      {hidden && <WhyHidden hidden={hidden} zone={actor.zone} locale={locale} />}
      {appeal && <Words title={t("appealSaidBy", { name })}>{appeal.note}</Words>}
      <RestoreForm judged={judged} from={from} locale={locale} />
    </Frame>
  );
}
