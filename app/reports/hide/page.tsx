import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Frame } from "@/components/moderation/frame";
import { HideForm } from "@/components/moderation/hide-form";
import { RestoreForm } from "@/components/moderation/restore-form";
import { WhyHidden } from "@/components/moderation/why-hidden";
import { Words } from "@/components/moderation/words";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { namedIn } from "@/lib/moderation/paths";
import { getJudged } from "@/lib/moderation/queries";

export async function generateMetadata({ searchParams }: PageProps<"/reports/hide">): Promise<Metadata> {
  const [query, actor, locale] = await Promise.all([searchParams, getActor(), getLocale()]);
  const judged = actor && (await getJudged(actor, namedIn("hide", query).id));
  const kind = judged?.kind ?? "comment";
  return {
    title: translator(locale, "moderation")(judged?.abilities.restore ? "restoreTitle" : "hideTitle", { kind }),
  };
}

export default async function Page({ searchParams }: PageProps<"/reports/hide">) {
  const query = await searchParams;
  const { id, path } = namedIn("hide", query);
  const actor = await requireActor(path);
  const [judged, locale] = await Promise.all([getJudged(actor, id), getLocale()]);
  if (!judged?.abilities.hide && !judged?.abilities.restore) notFound();
  const t = translator(locale, "moderation");
  const { kind, hidden, appeal, abilities } = judged;
  const name = judged.author ?? "";
  const from = query.from === "reports" ? "reports" : "";
  const view = { judged, zone: actor.zone, locale };
  if (abilities.hide) {
    return (
      <Frame {...view} title={t("hideTitle", { kind })} lead={t("hideLead", { name, kind })}>
        <HideForm judged={judged} from={from} locale={locale} />
      </Frame>
    );
  }
  return (
    <Frame {...view} title={t("restoreTitle", { kind })} lead={t("restoreLead", { name, kind })}>
      {hidden && <WhyHidden hidden={hidden} zone={actor.zone} locale={locale} />}
      {appeal && <Words title={t("appealSaidBy", { name })}>{appeal.note}</Words>}
      <RestoreForm judged={judged} from={from} locale={locale} />
    </Frame>
  );
}
