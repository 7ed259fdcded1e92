import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { City } from "@/components/ui/plate";
import { Submit } from "@/components/ui/submit";
import { revoke } from "@/lib/cohorts/actions";
import type { OpenInvitation } from "@/lib/cohorts/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { dayParts, formatDateTime } from "@/lib/time/format";

interface Props {
  invitations: OpenInvitation[];
  to: string;
  withCity?: boolean;
  zone: string;
  locale: Locale;
}

/** Invitations that can still be accepted, newest first; the day is the last on which they work. */
export function OpenInvitations({ invitations, to, withCity, zone, locale }: Props) {
  const t = translator(locale, "invitations");
  const people = translator(locale, "people");
  if (invitations.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className="rows dated">
      {invitations.map((invitation) => {
        const day = dayParts(invitation.expiresAt, zone, locale);
        return (
          <li key={invitation.id}>
            <time className="day" dateTime={invitation.expiresAt.toISOString()}>
              <b>{day.number}</b>
              {day.month}
            </time>
            <div className="stack tight">
              <h4>{invitation.email}</h4>
              <p className="kicker">
                {withCity && invitation.city && (
                  <City city={{ ...invitation.city, name: cityName(invitation.city, locale) }} />
                )}
                <span>{t("row", { role: people(`roles.${invitation.role}`), name: invitation.invitedBy })}</span>
                <span>{t("expires", { when: formatDateTime(invitation.expiresAt, zone, locale) })}</span>
              </p>
              <Form action={revoke} words={formWords(locale)}>
                <div>
                  <input type="hidden" name="invitationId" value={invitation.id} />
                  <input type="hidden" name="to" value={to} />
                  <Submit quiet>
                    {t("revoke")}
                    <span className="vh">{t("revokeOf", { email: invitation.email })}</span>
                  </Submit>
                </div>
              </Form>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
