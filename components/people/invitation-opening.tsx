import { City } from "@/components/ui/plate";
import type { InvitationView } from "@/lib/cohorts/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { formatDateTime } from "@/lib/time/format";

interface Props {
  invitation: InvitationView;
  zone: string;
  locale: Locale;
}

/** Who invites, where to, in which role, and until when. */
export function InvitationOpening({ invitation, zone, locale }: Props) {
  const t = translator(locale, "invitations");
  const { city, cohort, role, email, invitedBy: name } = invitation;
  const place = city && cityName(city, locale);
  return (
    <div className="opening">
      <div className="left stack">
        {city && place && (
          <p className="kicker">
            <City city={{ ...city, name: place }} />
          </p>
        )}
        <h1>{t("title")}</h1>
        <p className="lead">
          {place
            ? t("leadCity", { name, city: place, cohort: cohort.name })
            : t("leadCohort", { name, cohort: cohort.name })}
        </p>
      </div>
      <div className="right stack tight">
        <h2>{t("role", { role: translator(locale, "people")(`roles.${role}`).toLocaleLowerCase(locale) })}</h2>
        <p>{t(`what.${role}`)}</p>
        <p className="small muted">{t("until", { email, when: formatDateTime(invitation.expiresAt, zone, locale) })}</p>
      </div>
    </div>
  );
}
