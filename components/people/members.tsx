import { EndMembership } from "@/components/cohorts/end-membership";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { languageLine } from "@/lib/people/language-names";
import type { RoomMember } from "@/lib/people/types";
import { cityName } from "@/lib/sessions/city-name";
import { AwayNote } from "./away-note";
import { PersonName } from "./name";

interface Props {
  members: RoomMember[];
  caption: string;
  /** Where to return after a membership was ended. */
  to: string;
  /** Shows the city of each, where people of several are listed. */
  withCity?: boolean;
  locale: Locale;
}

/** Who belongs to a place: name, role, languages, and for those who look after it the way to end a membership. */
export function Members({ members, caption, to, withCity, locale }: Props) {
  const t = translator(locale, "people");
  const acts = members.some((member) => member.abilities.end);
  return (
    <table className={withCity ? "timetable stacks" : "text timetable stacks"}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {withCity && <th scope="col">{t("city")}</th>}
          <th scope="col">{t("table.name")}</th>
          <th scope="col">{t("table.role")}</th>
          <th scope="col">{t("table.languages")}</th>
          {acts && <th scope="col">{t("table.acts")}</th>}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.membershipId}>
            {withCity && (
              <td>
                {member.city ? (
                  <City city={{ ...member.city, name: cityName(member.city, locale) }} />
                ) : (
                  <span className="muted">{t("cohortRole")}</span>
                )}
              </td>
            )}
            <th scope="row">
              <PersonName person={{ id: member.personId, name: member.name }} />
              {member.isMe && <span className="muted"> ({t("me")})</span>}
              {member.awayUntil && (
                <>
                  <br />
                  <AwayNote until={member.awayUntil} locale={locale} />
                </>
              )}
            </th>
            <td>{t(`roles.${member.role}`)}</td>
            <td>{languageLine(member.languages, locale)}</td>
            {acts && <td>{member.abilities.end && <EndMembership member={member} to={to} locale={locale} />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
