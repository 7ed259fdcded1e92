import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { WorkWeek } from "@/lib/fair-hours/limits";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatDay } from "@/lib/time/format";
import { takeDayBack, workOnDay } from "@/lib/workspaces/actions";
import type { CityDay } from "@/lib/workspaces/types";
import { holidayName } from "./holiday-name";
import { noonOf } from "./noon";
import { isFreeWeekday } from "./weekdays";

interface Props {
  slug: string;
  week: WorkWeek;
  days: readonly CityDay[];
  /** "Italy": whose table the days come from; and the city's own name. */
  country: string;
  city: string;
  locale: Locale;
}

/** The coming days off, where each comes from, and what to do about it: one button a day. */
export function HolidayList({ slug, week, days, country, city, locale }: Props) {
  const t = translator(locale, "holidays");
  return (
    <table className="timetable stacks days">
      <caption className="vh">{t("caption", { country })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("day")}</th>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("source")}</th>
          <th scope="col">
            <span className="vh">{t("change")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => {
          const { text, language } = holidayName(day, locale);
          const date = formatDay(noonOf(day.date), "UTC", locale);
          return (
            <tr key={day.date}>
              <th scope="row">
                <time dateTime={day.date}>{date}</time>
              </th>
              <td lang={language}>{text}</td>
              <td className="muted">{t(`kinds.${day.kind}`, { country, city })}</td>
              <td>
                {day.kind === "table" && isFreeWeekday(week, day.date) ? (
                  <span className="muted">{t("freeAnyway")}</span>
                ) : (
                  <Form action={day.kind === "table" ? workOnDay : takeDayBack} words={formWords(locale)}>
                    <input type="hidden" name="slug" value={slug} />
                    <input type="hidden" name="date" value={day.date} />
                    <Submit quiet>
                      {t(`acts.${day.kind}`)}
                      <span className="vh">: {date}</span>
                    </Submit>
                  </Form>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
