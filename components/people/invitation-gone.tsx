import Link from "next/link";
import { INVITATION_DAYS } from "@/lib/cohorts/limits";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** One page for what was made up, used, taken back or too old: it tells nobody which it was. */
export function InvitationGone({ locale }: { locale: Locale }) {
  const t = translator(locale, "invitations");
  return (
    <div className="opening">
      <div className="left stack">
        <h1>{t("goneTitle")}</h1>
        <p className="lead">{t("goneText", { days: INVITATION_DAYS })}</p>
        <p>{t("goneAsk")}</p>
        <p>{t("goneSignIn")}</p>
        <p className="actions">
          <Link className="button quiet" href="/sign-in">
            {t("signIn")}
          </Link>
        </p>
      </div>
    </div>
  );
}
