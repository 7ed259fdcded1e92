import type { Proposal, Start } from "@/lib/fair-hours/types";
import { translator } from "@/lib/i18n/translator";
import { slotValue } from "@/lib/sessions/start";
import { Calls } from "./calls";
import { Choice } from "./choice";
import { clocksOf, dayOf, type HoursView } from "./hours-view";
import { why } from "./why";

interface Props {
  proposal: Proposal;
  first: Proposal;
  view: HoursView;
}

/** A proposed hour as a departure: its clock, its day, what it costs each city, why, and its other days. */
export function Slot({ proposal, first, view }: Props) {
  const { hours, zone, place, locale } = view;
  const t = translator(locale, "newSession");
  const value = slotValue(proposal.wallStart, zone);
  const { start, end } = clocksOf(proposal, view);
  const id = `why-${start.replace(":", "-")}`;
  const days = proposal.days.map((other) => ({ ...other, value: slotValue(other.wallStart, zone) }));
  const picked = [value, ...days.map((other) => other.value)].includes(hours.slot);
  return (
    <div className="slot">
      <Choice type="radio" name="slot" value={value} ticked={hours.slot === value} describedBy={id}>
        <span>
          <b>
            {start}–{end}
          </b>{" "}
          <span>{t("field.slotWhere", { day: dayOf(proposal.startsAt, view), place })}</span>
        </span>
      </Choice>
      <details className="wide-open" open={picked}>
        <summary>{t("field.clocks")}</summary>
        <Calls byCity={proposal.byCity} view={view} />
      </details>
      <p id={id}>
        <b>{t("total", { points: proposal.total / 4 })}</b> {why(proposal, first, view)}
      </p>
      {days.length > 0 && (
        <details open={picked && hours.slot !== value}>
          <summary>
            {t("field.days")}
            <span className="vh">: {start}</span>
          </summary>
          <div className="pick">
            {days.map((other) => (
              <OtherDay key={other.value} day={other} start={start} view={view} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

function OtherDay({ day, start, view }: { day: Start & { value: string }; start: string; view: HoursView }) {
  return (
    <Choice type="radio" name="slot" value={day.value} ticked={view.hours.slot === day.value}>
      <span>
        {dayOf(day.startsAt, view)}
        <span className="vh">: {start}</span>
      </span>
    </Choice>
  );
}
