import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { SessionView } from "@/lib/sessions/types";
import { formatClock } from "@/lib/time/format";

/** The way in, as large as it is near: a big button once the doors are open, before that a quiet one. */
export function Join({ session, locale }: { session: SessionView; locale: Locale }) {
  const t = translator(locale, "sessions");
  const { moment, doorsOpen, joinUrl, abilities, startsAt, wentLiveAt, readerZone, now } = session;
  const clock = (instant: Date) => formatClock(instant, readerZone, locale);
  const minutes = Math.max(1, Math.ceil((startsAt.getTime() - now.getTime()) / 60_000));
  const held = t(`confidentiality.${session.confidentiality}`);
  return (
    <div className="actions">
      {joinUrl && (
        <a className={doorsOpen ? "button big" : "button quiet"} href={joinUrl} rel="noreferrer">
          {t(doorsOpen ? "join" : "joinLater")}
        </a>
      )}
      <p>
        {moment === "now" && (
          <>
            <b>{t("onSince", { time: clock(wentLiveAt ?? startsAt) })}</b> {t("itIs", { time: clock(now) })}
            <br />
          </>
        )}
        {moment === "before" && doorsOpen && (
          <>
            <b>{t("startsIn", { minutes })}</b> {joinUrl && t("comeIn")}
            <br />
          </>
        )}
        {moment === "after" && (
          <>
            <b>{t("over")}</b>
            <br />
          </>
        )}
        {moment !== "after" && abilities.join && !joinUrl && (
          <>
            {t("noLink")}
            <br />
          </>
        )}
        {moment !== "after" && !abilities.join && (
          <>
            {t("notInvited")}
            <br />
          </>
        )}
        {held}
      </p>
    </div>
  );
}
