import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Commitment } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { plainDayParts } from "@/lib/time/format";

interface Props {
  commitment: Commitment;
  /** On a city's own page its name is said already. */
  withoutCity?: boolean;
  locale: Locale;
}

/** The day it is due, whose it is and how far, what it is, who does it. */
export function CommitmentRow({ commitment, withoutCity, locale }: Props) {
  const t = translator(locale, "commitments");
  const { city, what, language, person, dueOn, daysLate, carried, mine } = commitment;
  const { number, month } = plainDayParts(dueOn, locale);
  return (
    <li>
      <time className="day" dateTime={dueOn}>
        <b>{number}</b>
        {month}
      </time>
      <div>
        <p className="kicker">
          {!withoutCity && <City city={{ ...city, name: cityName(city, locale) }} />}
          <span className={daysLate > 0 ? "due" : undefined}>{standing(commitment, locale)}</span>
        </p>
        <h3 lang={language === locale ? undefined : language}>
          <Link href={`/commitments/${commitment.id}`}>{what}</Link>
        </h3>
        <p className="small muted">
          {[
            person ? (mine ? t("youDo", { name: person.name }) : person.name) : t("nobody"),
            carriedWords(carried, locale),
          ]
            .filter(Boolean)
            .join(". ")}
        </p>
      </div>
    </li>
  );
}

/** "4 days late", "open", "done". */
export function standing({ status, daysLate }: Pick<Commitment, "status" | "daysLate">, locale: Locale): string {
  const t = translator(locale, "commitments");
  return daysLate > 0 ? t("late", { count: daysLate }) : t(`status.${status}`);
}

function carriedWords(count: number, locale: Locale): string {
  return count > 0 ? translator(locale, "commitments")("carried", { count }) : "";
}
