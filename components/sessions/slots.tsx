import { sentence, translator } from "@/lib/i18n/translator";
import type { SchedulePlace } from "@/lib/sessions/types";
import { Choice } from "./choice";
import { ChoiceGroup } from "./choice-group";
import { HourCost } from "./hour-cost";
import { clocksOf, type HoursView } from "./hours-view";
import { NothingFits } from "./nothing-fits";
import { Slot } from "./slot";
import { WhenFields } from "./when-fields";
import { WrongTime } from "./wrong-time";

interface Props {
  view: HoursView;
  place: SchedulePlace;
  /** What was typed for a time of one's own. */
  typed: { date: string; time: string; zone: string };
}

/** The fairest hours, each with the clock of every city; the last choice is a time of one's own. */
export function Slots({ view, place, typed }: Props) {
  const { hours, zone, locale } = view;
  const { proposals, nothing } = hours.found;
  const t = translator(locale, "newSession");
  const errorPrefix = translator(locale, "errors")("prefix");
  const [first] = proposals;
  const other = hours.slot === "other";
  return (
    <ChoiceGroup name="slot" legend={t("found", { count: proposals.length })} errorPrefix={errorPrefix} large>
      <p className="vh" role="status">
        {t("status", { count: proposals.length })}{" "}
        {hours.chosen && t("picked", { ...clocksOf(hours.chosen, view), place: view.place })}
      </p>
      {nothing && <NothingFits nothing={nothing} view={view} />}
      {first &&
        proposals.map((proposal) => (
          <Slot key={proposal.wallStart.slice(-5)} proposal={proposal} first={first} view={view} />
        ))}
      <div className="slot">
        <Choice type="radio" name="slot" value="other" ticked={other}>
          <strong>{t("field.other")}</strong>
        </Choice>
        <div className="typed stack under">
          {Object.entries(hours.wrong).map(([field, { key, values }]) => (
            <WrongTime key={field}>{sentence(locale, key, values)}</WrongTime>
          ))}
          <WhenFields
            cities={place.cities}
            zone={typed.zone || zone}
            date={typed.date}
            time={typed.time}
            locale={locale}
          />
          {other && hours.chosen && <HourCost hour={hours.chosen} cities={view.cities} locale={locale} />}
        </div>
      </div>
    </ChoiceGroup>
  );
}
