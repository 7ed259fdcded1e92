import Link from "next/link";
import { Done } from "@/components/people/done";
import { INVITATION_DAYS, type Role } from "@/lib/cohorts/limits";
import type { OpenInvitation } from "@/lib/cohorts/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { InviteForm } from "./invite-form";
import { OpenInvitations } from "./open-invitations";

interface Props {
  cohortId: string;
  invitations: OpenInvitation[];
  roles: Role[];
  formKey: string;
  here: string;
  /** What the address says was just done. */
  done: string | string[] | undefined;
  zone: string;
  locale: Locale;
}

export function CohortInvitations({ cohortId, invitations, roles, formKey, here, done, zone, locale }: Props) {
  const t = translator(locale, "cohort");
  const words = translator(locale, "invitations");
  return (
    <section className="band" aria-labelledby="invitations">
      <header className="hung">
        <h2 id="invitations">{t("invitations")}</h2>
        <p>{t("invitationsNote", { days: INVITATION_DAYS })}</p>
      </header>
      <div className="text stack loose">
        {(done === "sent" || done === "revoked") && <Done>{words(done)}</Done>}
        <h3>{words("open")}</h3>
        <OpenInvitations
          invitations={invitations}
          to={`${here}&done=revoked#invitations`}
          withCity
          zone={zone}
          locale={locale}
        />
        <h3>{words("sendTitle")}</h3>
        {roles.length > 0 && (
          <InviteForm
            place={{ cohortId }}
            roles={roles}
            formKey={formKey}
            to={`${here}&done=sent#invitations`}
            language={locale}
            locale={locale}
          />
        )}
        <p className="small muted">
          {t("cityRoles")} <Link href="/cities">{translator(locale, "cities")("title")}</Link>
        </p>
      </div>
    </section>
  );
}
