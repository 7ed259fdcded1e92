import Link from "next/link";
import { Done } from "@/components/people/done";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { placeOf } from "@/lib/sessions/city-name";
import type { SessionView } from "@/lib/sessions/types";
import { renew } from "@/lib/signed-links/actions";
import type { Gone } from "@/lib/signed-links/types";
import { formatClock, formatDay } from "@/lib/time/format";

interface Props {
  page: { why: Gone; session: SessionView | null };
  token: string;
  /** The comment that the mail told of. */
  commentId: string | null;
  /** Another link was just asked for. */
  sent: boolean;
  locale: Locale;
}

/** What happened to the link, and the way to another one. */
export function LinkGone({ page: { why, session }, token, commentId, sent, locale }: Props) {
  const t = translator(locale, "links");
  return (
    <div className="opening">
      <div className="left stack">
        <h1>{t(`goneTitle.${why}`)}</h1>
        <p className="lead">{t(`goneText.${why}`)}</p>
        {session && <Outcome session={session} locale={locale} />}
        {sent && <Done>{t("sent")}</Done>}
        {why !== "over" && !sent && (
          <Form action={renew} words={formWords(locale)}>
            <input type="hidden" name="token" value={token} />
            {commentId && <input type="hidden" name="comment" value={commentId} />}
            <p className="actions">
              <Submit>{t("renew")}</Submit>
              <Link href="/sign-in">{t("signIn")}</Link>
            </p>
            <p className="hint">{t("renewNote")}</p>
          </Form>
        )}
      </div>
    </div>
  );
}

/** What came of it, for a person who may know. */
function Outcome({ session, locale }: { session: SessionView; locale: Locale }) {
  const t = translator(locale, "links");
  const { startsAt, readerZone: zone, status } = session;
  const place = placeOf(zone, session.cities, session.myWorkspaceIds, locale);
  const when = { day: formatDay(startsAt, zone, locale), time: formatClock(startsAt, zone, locale), place };
  return (
    <>
      <p lang={session.language === locale ? undefined : session.language}>
        <b>{session.title}</b>
      </p>
      {status === "cancelled" && <p>{t("cancelled")}</p>}
      {(status === "scheduled" || status === "live") && <p>{t("decided", when)}</p>}
      <p className="actions">
        <Link className="button quiet" href={`/sessions/${session.id}`}>
          {t("toSession")}
        </Link>
      </p>
    </>
  );
}
