import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Appeal, Judged } from "@/lib/moderation/types";
import { formatDateTime } from "@/lib/time/format";
import { Words } from "./words";

interface Props {
  appeal: Appeal;
  kind: Judged["kind"];
  zone: string;
  locale: Locale;
}

/** What has become of an appeal while what it is about is still hidden. */
export function AppealStanding({ appeal, kind, zone, locale }: Props) {
  const t = translator(locale, "moderation");
  if (appeal.decision === null) return <p>{t("appealWaiting", { when: formatDateTime(appeal.at, zone, locale) })}</p>;
  const name = appeal.by ?? "";
  return (
    <>
      <p>{t("appealKept", { name, kind })}</p>
      {appeal.answer && <Words title={t("appealAnswer", { name })}>{appeal.answer}</Words>}
    </>
  );
}
