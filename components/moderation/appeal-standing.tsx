import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Appeal } from "@/lib/moderation/types";
import { formatDateTime } from "@/lib/time/format";
import { Words } from "./words";

interface Props {
  appeal: Appeal;
  zone: string;
  locale: Locale;
}

/** What has become of an appeal while the comment is still hidden. */
export function AppealStanding({ appeal, zone, locale }: Props) {
  const t = translator(locale, "moderation");
  if (appeal.decision === null) return <p>{t("appealWaiting", { when: formatDateTime(appeal.at, zone, locale) })}</p>;
  return (
    <>
      <p>{t("appealKept")}</p>
      {appeal.answer && <Words title={t("appealAnswer")}>{appeal.answer}</Words>}
    </>
  );
}
