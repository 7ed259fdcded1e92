import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { revoke, revokeAll } from "@/lib/signed-links/actions";
import type { OwnLink } from "@/lib/signed-links/types";
import { dayParts, formatDay } from "@/lib/time/format";

const SHOWN = 10;

/** The links in one's mails that work without signing in; each can be taken back, or all at once. */
export function SignedLinks({ links, zone, locale }: { links: OwnLink[]; zone: string; locale: Locale }) {
  const t = translator(locale, "links.own");
  const words = formWords(locale);
  if (links.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <div className="stack loose">
      <ul className="rows dated">
        {links.slice(0, SHOWN).map(({ id, purpose, title, language, expiresAt: until }) => {
          const day = dayParts(until, zone, locale);
          return (
            <li key={id}>
              <time className="day" dateTime={until.toISOString()}>
                <b>{day.number}</b>
                {day.month}
              </time>
              <div className="stack tight">
                <h3 lang={title === null || language === locale ? undefined : (language ?? undefined)} dir="auto">
                  {title ?? t("unknown")}
                </h3>
                <p className="small muted">
                  {t(`purpose.${purpose}`)} {t("until", { day: formatDay(until, zone, locale) })}
                </p>
                <Form action={revoke} words={words}>
                  <div>
                    <input type="hidden" name="id" value={id} />
                    <Submit quiet>
                      {t("revoke")}
                      <span className="vh">{t("revokeOf", { title: title ?? t("unknown") })}</span>
                    </Submit>
                  </div>
                </Form>
              </div>
            </li>
          );
        })}
      </ul>
      {links.length > SHOWN && <p className="muted">{t("more", { count: links.length - SHOWN })}</p>}
      {links.length > 1 && (
        <Form action={revokeAll} words={words}>
          <Submit quiet>{t("revokeAll")}</Submit>
        </Form>
      )}
    </div>
  );
}
