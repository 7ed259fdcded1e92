import { cn } from "@/lib/cn";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { isCertain } from "@/lib/sessions/moment";
import type { SessionView } from "@/lib/sessions/types";

interface Props {
  session: SessionView;
  hasThread: boolean;
  /** How many questions wait; null for those who do not read them. */
  questions?: number | null;
  /** Whether there is a band with the shared notes. */
  hasNotes?: boolean;
  /** Where the minutes are; null for those who do not read them. */
  minutes?: "none" | "begun" | "locked" | null;
  locale: Locale;
}

/** Before, now, after: where the session stands, and where to go from there. */
export function Relay({ session, hasThread, questions = null, hasNotes, minutes = null, locale }: Props) {
  const t = translator(locale, "sessions");
  const { moment, readings, id, abilities } = session;
  const certain = isCertain(session);
  const asksQuestions = questions !== null && (questions > 0 || moment !== "after");
  const at = (part: SessionView["moment"]) => cn(part === moment && "now") || undefined;
  const current = (part: SessionView["moment"]) => (part === moment ? ("step" as const) : undefined);
  return (
    <nav aria-label={t("thisSession")} className="under">
      <ol className="relay">
        <li className={at("before")} aria-current={current("before")}>
          <h3>{t("before")}</h3>
          <p className="small">
            {readings.length > 0 && (
              <a className="act" href="#reading">
                {t("toRead", { count: readings.length })}
              </a>
            )}
            {asksQuestions && (
              <a className="act" href="#questions">
                {translator(locale, "questions")("count", { count: questions })}
              </a>
            )}
            {certain && (
              <a className="act" href={`/sessions/${id}/calendar.ics`}>
                {t("calendar")}
              </a>
            )}
            {readings.length === 0 && !asksQuestions && !certain && <span className="muted">{t("nothingToRead")}</span>}
          </p>
        </li>
        <li className={at("now")} aria-current={current("now")}>
          <h3>{t("now")}</h3>
          <p className="small">
            <a className="act" href="#agenda">
              {t("agenda")}
            </a>
            {hasNotes && (
              <a className="act" href="#notes">
                {translator(locale, "minutes")("kinds.note")}
              </a>
            )}
            {abilities.run && moment !== "after" && (
              <a className="act" href={`/sessions/${id}/run`}>
                {translator(locale, "running")("title")}
              </a>
            )}
          </p>
        </li>
        <li className={at("after")} aria-current={current("after")}>
          <h3>{t("after")}</h3>
          <p className="small">
            {minutes && (moment === "after" || minutes !== "none") && (
              <a className="act" href={`/sessions/${id}/minutes`}>
                {translator(locale, "minutes")("title")}
              </a>
            )}
            {hasThread && (
              <a className="act" href="#comments">
                {t("comments")}
              </a>
            )}{" "}
            <span className="muted">
              {minutes && moment === "after" ? translator(locale, "minutes")(`state.${minutes}`) : t("afterText")}
            </span>
          </p>
        </li>
      </ol>
    </nav>
  );
}
