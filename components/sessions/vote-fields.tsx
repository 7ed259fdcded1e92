import { Choices, Field } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import { translator } from "@/lib/i18n/translator";
import { OPTIONS_MAX } from "@/lib/polls/limits";
import { slotValue } from "@/lib/sessions/start";
import { formatPartialDate } from "@/lib/time/format";
import { Fold } from "./fold";
import { clocksOf, dayOf, type HoursView } from "./hours-view";

/** The proposed hours with some of their other days, to be put to a vote instead of picking one. */
export function VoteFields({ view }: { view: HoursView }) {
  const { hours, zone, locale } = view;
  const { proposals } = hours.found;
  const t = translator(locale, "newSession");
  const errorPrefix = translator(locale, "errors")("prefix");
  const each = Math.floor(OPTIONS_MAX / Math.max(1, proposals.length)) - 1;
  const options = proposals.flatMap((proposal) =>
    [proposal, ...spreadOut(proposal.days, each)].map((start) => {
      const { start: from, end } = clocksOf({ ...start, minutes: proposal.minutes }, view);
      return { value: slotValue(start.wallStart, zone), label: `${from}–${end}`, hint: dayOf(start.startsAt, view) };
    }),
  );
  if (options.length < 2) return null;
  return (
    <Fold summary={t("voteOpen")} names={["options", "closesAt"]}>
      <div className="stack">
        <p>{t("voteNote")}</p>
        <Choices
          name="options[]"
          label={t("field.options")}
          multiple
          defaultValue={proposals.map(({ wallStart }) => slotValue(wallStart, zone))}
          options={options}
          errorPrefix={errorPrefix}
        />
        <Field
          name="closesAt"
          label={t("field.closesAt")}
          hint={t("field.closesAtHint", { example: formatPartialDate("2026-11-24", locale) })}
          optional={translator(locale, "ui")("optional")}
          short
          autoComplete="off"
          errorPrefix={errorPrefix}
        />
        <p>
          <Submit quiet name="as" value="vote">
            {t("voteButton")}
          </Submit>
        </p>
      </div>
    </Fold>
  );
}

/** At most `count` of a list, from all over it. */
function spreadOut<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)]).filter(
    (one) => one !== undefined,
  );
}
