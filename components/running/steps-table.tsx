import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { PlannedStep, Run } from "@/lib/running/types";
import type { SessionView } from "@/lib/sessions/types";
import { formatClock } from "@/lib/time/format";

interface Props {
  session: SessionView;
  run: Run;
  locale: Locale;
}

/** Every step as planned and as it goes. */
export function StepsTable({ session, run, locale }: Props) {
  const t = translator(locale, "running");
  const titles = new Map(session.agenda.map(({ id, title }) => [id, title]));
  const clock = (at: Date) => formatClock(at, session.readerZone, locale);
  const lang = session.language === locale ? undefined : session.language;
  return (
    <table className="timetable stacks run">
      <thead>
        <tr>
          <th scope="col">{t("step")}</th>
          <th scope="col">{t("planned")}</th>
          <th scope="col">{t("real")}</th>
          <th scope="col">{t("length")}</th>
        </tr>
      </thead>
      <tbody>
        {run.plan.steps.map((step) => (
          <tr
            key={step.id}
            className={step.state === "done" || step.state === "skipped" ? "gone" : undefined}
            aria-current={step.state === "now" ? "step" : undefined}
          >
            <th scope="row">
              <span lang={lang}>{titles.get(step.id)}</span> {step.state === "now" && <b>· {t("now")}</b>}
            </th>
            <td data-l={t("planned")} className="nowrap">
              {clock(step.plannedAt)}
            </td>
            <td
              data-l={t("real")}
              className={step.state === "next" && !run.live && !run.timed ? "nowrap none" : "nowrap"}
            >
              {realOf(step, run, clock(step.startsAt), locale)}
            </td>
            <td data-l={t("length")} className="nowrap">
              {step.took === null
                ? t("minutes", { minutes: step.minutes })
                : t("took", { took: step.took, minutes: step.minutes })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function realOf({ state }: PlannedStep, { live, timed }: Run, clock: string, locale: Locale): string {
  const t = translator(locale, "running");
  if (state === "next" && live) return t("expected", { time: clock });
  if (state === "next" && !timed) return "–";
  return state === "next" || state === "skipped" ? t("skipped") : clock;
}
