import type { Proposal } from "@/lib/fair-hours/types";
import { translator } from "@/lib/i18n/translator";
import type { HoursView } from "./hours-view";

/** One sentence that says why an hour is proposed: who carries it, and how it differs from the first. */
export function why(proposal: Proposal, first: Proposal, { cities, locale }: HoursView): string {
  const t = translator(locale, "newSession.why");
  const name = (id: string | undefined) => cities.get(id ?? "")?.name ?? "";
  const payers = proposal.byCity.filter(({ burden }) => burden > 0);
  const [payer] = payers;
  if (!payer) return t("within");
  const count = payers.length;
  const least = proposal.aboveLeast === 0;
  if (count === 1) return t(least ? "fewestOne" : "one", { city: name(payer.cityId) });
  if (proposal === first) {
    const heaviest = proposal.carryMost.length === 1 ? name(proposal.carryMost[0]) : null;
    if (least) return heaviest ? t("fewestMost", { count, city: heaviest }) : t("fewest", { count });
    const paid = proposal.paidMost.length === 1 ? name(proposal.paidMost[0]) : null;
    return paid ? t("paidMost", { city: paid, count }) : t("shared", { count });
  }

  const [worse, better] = [most(proposal, first, 1), most(proposal, first, -1)];
  if (worse && proposal.total < first.total) return t("fewerBut", words(worse));
  if (worse && proposal.total === first.total) return t("sameBut", words(worse));
  if (better && proposal.total > first.total) return t("moreBut", words(better));
  return t("shared", { count });

  function words({ cityId, by }: { cityId: string; by: number }) {
    return { city: name(cityId), points: by / 4 };
  }
}

/** The city for which an hour differs most from the first one, upwards (1) or downwards (-1). */
function most(proposal: Proposal, first: Proposal, way: 1 | -1) {
  const before = new Map(first.byCity.map(({ cityId, burden }) => [cityId, burden]));
  return proposal.byCity
    .map(({ cityId, burden }) => ({ cityId, by: way * (burden - (before.get(cityId) ?? 0)) }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by)[0];
}
