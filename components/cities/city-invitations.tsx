import { InviteForm } from "@/components/cohorts/invite-form";
import { OpenInvitations } from "@/components/cohorts/open-invitations";
import { Done } from "@/components/people/done";
import { INVITATION_DAYS, type Role } from "@/lib/cohorts/limits";
import type { OpenInvitation } from "@/lib/cohorts/types";
import { type Locale, pickLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { CityPage } from "@/lib/workspaces/types";

interface Props {
  city: CityPage;
  invitations: OpenInvitation[];
  roles: Role[];
  formKey: string;
  /** What the address says was just done. */
  done: string | string[] | undefined;
  zone: string;
  locale: Locale;
}

export function CityInvitations({ city, invitations, roles, formKey, done, zone, locale }: Props) {
  const t = translator(locale, "cities.city");
  const words = translator(locale, "invitations");
  const here = `/cities/${city.slug}`;
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
          to={`${here}?done=revoked#invitations`}
          zone={zone}
          locale={locale}
        />
        <h3>{words("sendTitle")}</h3>
        <InviteForm
          place={{ workspaceSlug: city.slug }}
          roles={roles}
          formKey={formKey}
          to={`${here}?done=sent#invitations`}
          language={pickLocale(city.languages)}
          locale={locale}
        />
      </div>
    </section>
  );
}
