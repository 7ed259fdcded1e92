import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { end, move, shorten, start } from "@/lib/running/actions";
import type { RunSheet } from "@/lib/running/types";
import type { SessionView } from "@/lib/sessions/types";
import { formatClock } from "@/lib/time/format";

interface Props {
  session: SessionView;
  sheet: RunSheet;
  locale: Locale;
}

export function StartForm({ sessionId, locale }: { sessionId: string; locale: Locale }) {
  return (
    <Form action={start} words={formWords(locale)} className="stack">
      <div className="actions">
        <input type="hidden" name="id" value={sessionId} />
        <Submit big>{translator(locale, "running")("start")}</Submit>
      </div>
    </Form>
  );
}

/** On, back and over: three buttons of one form, made for the step that runs now. */
export function StepForm({ session, sheet, locale }: Props) {
  const t = translator(locale, "running");
  const { steps } = sheet.run.plan;
  const titleOf = (id: string | undefined) => session.agenda.find((step) => step.id === id)?.title ?? "";
  const at = steps.findIndex(({ state }) => state === "now");
  const open = at < 0 ? steps.findIndex(({ state }) => state === "next") : at + 1;
  const next = open < 0 ? undefined : steps[open];
  const after = next && steps[open + 1];
  const before = at < 0 ? undefined : steps.slice(0, at).findLast(({ state }) => state === "done");
  return (
    <Form action={move} words={formWords(locale)} className="stack">
      <div className="actions">
        <input type="hidden" name="id" value={session.id} />
        <input type="hidden" name="step" value={session.stepId ?? ""} />
        {next && (
          <Submit big name="to" value="next">
            {t("next", { title: titleOf(next.id) })}
          </Submit>
        )}
        {next && after && (
          <Submit quiet name="to" value="skip">
            {t("skip", { title: titleOf(next.id) })}
          </Submit>
        )}
        {before && (
          <Submit quiet name="to" value="back">
            {t("back", { title: titleOf(before.id) })}
          </Submit>
        )}
      </div>
    </Form>
  );
}

/** Whether it ends when it should, and one button when it doesn't. */
export function Lateness({ session, sheet, locale }: Props) {
  const t = translator(locale, "running");
  const { plan } = sheet.run;
  const clock = (at: Date) => formatClock(at, session.readerZone, locale);
  const rest = plan.steps.filter(({ state }) => state === "next").length;
  if (plan.late <= 0) {
    const time = clock(plan.endsAt);
    return <p>{plan.late < 0 ? t("early", { minutes: -plan.late, time }) : t("onTime", { time })}</p>;
  }
  return (
    <div className="note stack tight">
      <p>
        <b>{t("late", { minutes: plan.late })}.</b>{" "}
        {t("lateText", { time: clock(plan.endsAt), planned: clock(session.endsAt) })}
      </p>
      {rest > 0 && sheet.room < rest && <p>{t("noRoom", { room: Math.max(0, sheet.room), steps: rest })}</p>}
      {rest > 0 && sheet.room >= rest && (
        <>
          <p>{t("shortenNote", { room: sheet.room, steps: rest })}</p>
          <Form action={shorten} words={formWords(locale)}>
            <div className="actions">
              <input type="hidden" name="id" value={session.id} />
              <input type="hidden" name="step" value={session.stepId ?? ""} />
              <Submit quiet>{t("shorten", { time: clock(session.endsAt) })}</Submit>
            </div>
          </Form>
        </>
      )}
    </div>
  );
}

export function EndForm({ sessionId, last, locale }: { sessionId: string; last: boolean; locale: Locale }) {
  const t = translator(locale, "running");
  return (
    <Form action={end} words={formWords(locale)} className="stack">
      <div className="actions">
        <input type="hidden" name="id" value={sessionId} />
        <Submit big={last} quiet={!last}>
          {t("end")}
        </Submit>
        <span className="small muted">{t("endNote")}</span>
      </div>
    </Form>
  );
}
