import Link from "next/link";
import { getLocale } from "@/lib/auth/current";
import { INVITATION_DAYS } from "@/lib/cohorts/limits";
import { translator } from "@/lib/i18n/translator";

/** One page for what was made up, used, taken back or too old: it tells nobody which it was. */
export default async function Gone() {
  const t = translator(await getLocale(), "invitations");
  return (
    <div className="opening">
      <title>{`${t("goneTitle")} – Stafeta`}</title>
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
