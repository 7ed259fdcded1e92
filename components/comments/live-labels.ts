import { liveBesideLabels } from "@/components/passages/labels";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** What a thread says while it listens; {names} and {count} are put in there. */
export function liveLabels(locale: Locale) {
  const t = translator(locale, "live");
  return {
    hereOne: t("hereOne", { names: "{names}" }),
    hereMany: t("hereMany", { names: "{names}" }),
    others: t("others", { count: "{count}" }),
    cameOne: t("cameOne"),
    cameMany: t("cameMany", { count: "{count}" }),
    missed: t("missed"),
    held: t("held"),
    beside: liveBesideLabels(locale),
  };
}
export type LiveLabels = ReturnType<typeof liveLabels>;
