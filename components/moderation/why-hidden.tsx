import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { reasonIn } from "@/lib/moderation/reason";
import type { Judged } from "@/lib/moderation/types";
import { formatDateTime } from "@/lib/time/format";

interface Props {
  hidden: NonNullable<Judged["hidden"]>;
  zone: string;
  locale: Locale;
}

/** Who hid it, and what its author was told. */
export function WhyHidden({ hidden, zone, locale }: Props) {
  const t = translator(locale, "moderation");
  return (
    <div className="note plain">
      <p className="muted">{t("hiddenBy", { name: hidden.by, when: formatDateTime(hidden.at, zone, locale) })}</p>
      <p dir="auto">
        <span className="vh">{t("reasonGiven")}: </span>
        {reasonIn(hidden.reason, locale)}
      </p>
    </div>
  );
}
