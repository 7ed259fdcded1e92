import Link from "next/link";
import { AppealStanding } from "@/components/moderation/appeal-standing";
import { WhyHidden } from "@/components/moderation/why-hidden";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { casePath } from "@/lib/moderation/paths";
import type { Judged } from "@/lib/moderation/types";

interface Props {
  judged: Judged;
  zone: string;
  locale: Locale;
}

/** On the page of a hidden question, for its asker and its moderators: who hid it, why, and what can be done about it. */
export function HiddenNote({ judged, zone, locale }: Props) {
  const { kind, hidden, mine, author, appeal, abilities } = judged;
  if (!hidden) return null;
  const t = translator(locale, "asks.page");
  return (
    <section className="band light" aria-labelledby="hidden">
      <header className="hung">
        <h2 id="hidden">{t("hidden")}</h2>
        <p>{mine ? t("hiddenForYou") : t("hiddenFor", { name: author ?? "" })}</p>
      </header>
      <div className="text stack">
        <WhyHidden hidden={hidden} zone={zone} locale={locale} />
        {mine && appeal && <AppealStanding appeal={appeal} kind={kind} zone={zone} locale={locale} />}
        <p className="acts">
          {abilities.appeal && (
            <Link className="act" href={casePath("appeal", judged)}>
              {t("appeal")}
            </Link>
          )}
          {abilities.restore && (
            <Link className="act" href={casePath("hide", judged)}>
              {t("restore")}
            </Link>
          )}
        </p>
      </div>
    </section>
  );
}
