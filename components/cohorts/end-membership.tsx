import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { endMember } from "@/lib/cohorts/actions";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { RoomMember } from "@/lib/people/types";

/** Opens to say what it means before the button that does it. */
export function EndMembership({ member, to, locale }: { member: RoomMember; to: string; locale: Locale }) {
  const t = translator(locale, "people");
  const words = { name: member.name, role: t(`roles.${member.role}`).toLocaleLowerCase(locale) };
  return (
    <Form action={endMember} words={formWords(locale)}>
      <details>
        <summary>
          <span className="nowrap">
            {t("end.open")}
            <span className="vh">{t("end.ofName", words)}</span>
          </span>
        </summary>
        <div className="stack">
          <p>{t(member.isMe ? "end.askMe" : "end.ask", words)}</p>
          <input type="hidden" name="membershipId" value={member.membershipId} />
          <input type="hidden" name="to" value={to} />
          <Submit quiet>
            {t("end.button")}
            <span className="vh">{t("end.ofName", words)}</span>
          </Submit>
        </div>
      </details>
    </Form>
  );
}
