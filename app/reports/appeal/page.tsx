import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AppealForm } from "@/components/moderation/appeal-form";
import { AppealStanding } from "@/components/moderation/appeal-standing";
import { DecideForm } from "@/components/moderation/decide-form";
import { Frame } from "@/components/moderation/frame";
import { WhyHidden } from "@/components/moderation/why-hidden";
import { Words } from "@/components/moderation/words";
import { Done } from "@/components/people/done";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { pathOf } from "@/lib/comments/paths";
import { translator } from "@/lib/i18n/translator";
import { getJudged } from "@/lib/moderation/queries";

export async function generateMetadata({ searchParams }: PageProps<"/reports/appeal">): Promise<Metadata> {
  const [{ comment }, actor, locale] = await Promise.all([searchParams, getActor(), getLocale()]);
  const judged = actor && (await getJudged(actor, comment));
  return { title: translator(locale, "moderation")(judged?.abilities.restore ? "decideTitle" : "appealTitle") };
}

/** The author asks here; whoever moderates decides here. */
export default async function Page({ searchParams }: PageProps<"/reports/appeal">) {
  const { comment, done } = await searchParams;
  const actor = await requireActor(`/reports/appeal?comment=${comment}`);
  const [judged, locale] = await Promise.all([getJudged(actor, comment), getLocale()]);
  if (!judged || judged.gone === "deleted") notFound();
  const { mine, hidden, appeal, abilities, about, id } = judged;
  if (mine && !hidden) redirect(pathOf(about, id));
  if (!hidden || (!mine && (!appeal || !abilities.restore))) notFound();
  const t = translator(locale, "moderation");
  const { zone } = actor;
  const name = judged.author ?? "";
  const view = { judged, zone, locale };
  const why = <WhyHidden hidden={hidden} zone={zone} locale={locale} />;
  if (!mine && appeal) {
    return (
      <Frame {...view} title={t("decideTitle")} lead={t("decideLead", { name })}>
        {why}
        <Words title={t("appealSaidBy", { name })}>{appeal.note}</Words>
        {appeal.decision ? (
          <AppealStanding appeal={appeal} zone={zone} locale={locale} />
        ) : judged.decides ? (
          <DecideForm appealId={appeal.id} author={name} locale={locale} />
        ) : (
          <p>{t("ownHiding")}</p>
        )}
      </Frame>
    );
  }
  return (
    <Frame {...view} title={t("appealTitle")} lead={t("appealLead")}>
      {why}
      {done === "appealed" && <Done>{t("done.appealed")}</Done>}
      {appeal && <Words title={t("appealSaid")}>{appeal.note}</Words>}
      {appeal ? (
        <AppealStanding appeal={appeal} zone={zone} locale={locale} />
      ) : (
        <AppealForm judged={judged} locale={locale} />
      )}
    </Frame>
  );
}
