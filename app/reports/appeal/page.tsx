import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { AppealForm } from "@/components/moderation/appeal-form";
import { AppealStanding } from "@/components/moderation/appeal-standing";
import { DecideForm } from "@/components/moderation/decide-form";
import { Frame } from "@/components/moderation/frame";
import { WhyHidden } from "@/components/moderation/why-hidden";
import { Words } from "@/components/moderation/words";
import { Done } from "@/components/people/done";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { casePath, namedIn, placeOf } from "@/lib/moderation/paths";
import { getJudged } from "@/lib/moderation/queries";

export async function generateMetadata({ searchParams }: PageProps<"/reports/appeal">): Promise<Metadata> {
  const [query, actor, locale] = await Promise.all([searchParams, getActor(), getLocale()]);
  const judged = actor && (await getJudged(actor, namedIn("appeal", query).id));
  const kind = judged?.kind ?? "comment";
  return {
    title: translator(locale, "moderation")(judged?.abilities.restore ? "decideTitle" : "appealTitle", { kind }),
  };
}

/** The author asks here; whoever moderates decides here. */
export default async function Page({ searchParams }: PageProps<"/reports/appeal">) {
  const query = await searchParams;
  const { id, path } = namedIn("appeal", query);
  const actor = await requireActor(path);
  const [judged, locale] = await Promise.all([getJudged(actor, id), getLocale()]);
  if (!judged || judged.gone === "deleted") notFound();
  const { kind, mine, hidden, appeal, abilities } = judged;
  if (mine && !hidden) redirect(placeOf(judged));
  if (!hidden || (!mine && (!appeal || !abilities.restore))) notFound();
  const t = translator(locale, "moderation");
  const { zone } = actor;
  const name = judged.author ?? "";
  const view = { judged, zone, locale };
  const why = <WhyHidden hidden={hidden} zone={zone} locale={locale} />;
  if (!mine && appeal) {
    return (
      <Frame {...view} title={t("decideTitle", { kind })} lead={t("decideLead", { name, kind })}>
        {why}
        <Words title={t("appealSaidBy", { name })}>{appeal.note}</Words>
        {appeal.decision ? (
          <AppealStanding appeal={appeal} kind={kind} zone={zone} locale={locale} />
        ) : judged.decides ? (
          <DecideForm appealId={appeal.id} author={name} locale={locale} />
        ) : (
          <>
            <p>{t("ownHiding")}</p>
            <p className="actions">
              <Link className="button quiet" href={`${casePath("hide", judged)}&from=reports`}>
                {t("restore")}
              </Link>
              <Link href="/reports">{t("backToList")}</Link>
            </p>
          </>
        )}
      </Frame>
    );
  }
  return (
    <Frame {...view} title={t("appealTitle")} lead={t("appealLead", { kind })}>
      {why}
      {query.done === "appealed" && <Done>{t("done.appealed")}</Done>}
      {appeal && <Words title={t("appealSaid")}>{appeal.note}</Words>}
      {appeal ? (
        <>
          <AppealStanding appeal={appeal} kind={kind} zone={zone} locale={locale} />
          <p>
            <Link href={placeOf(judged)}>{t("back", { kind })}</Link>
          </p>
        </>
      ) : (
        <AppealForm judged={judged} locale={locale} />
      )}
    </Frame>
  );
}
