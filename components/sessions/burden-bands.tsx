import { StripKey } from "@/components/fair-hours/key";
import { Ledger } from "@/components/fair-hours/ledger";
import { Strip } from "@/components/fair-hours/strip";
import type { StripHours } from "@/lib/fair-hours/strip-hours";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { clocksOf, type HoursView } from "./hours-view";

interface Props {
  view: HoursView;
  strip: StripHours;
  /** How many sessions the ledger counts, and since when. */
  counted: { sessions: number; since: string | null };
}

/** The picked hour among the hours of its day, and what it adds to what each city has paid. */
export function BurdenBands({ view, strip, counted }: Props) {
  const { hours, cities, place, locale } = view;
  const t = translator(locale, "newSession");
  const { chosen } = hours;
  const times = chosen && clocksOf(chosen, view);
  const lines = hours.cities.flatMap(({ id, balance, required }) => {
    const city = cities.get(id);
    const share = chosen?.byCity.find(({ cityId }) => cityId === id);
    return city ? { ...city, before: balance, burden: required ? (share?.burden ?? 0) : null } : [];
  });
  return (
    <>
      <section className="band" aria-labelledby="h-strip">
        <h2 className="hung" id="h-strip">
          {t("strip")}
        </h2>
        <StripKey className="matter" locale={locale} />
        <div className="full">
          <Strip
            strip={strip}
            cities={[...cities.values()]}
            place={place}
            caption={`${t("stripCaption", { day: formatPartialDate(strip.date, locale), place })} ${times ? t("stripFrame", { ...times, place }) : ""}`}
            locale={locale}
          />
        </div>
      </section>
      <section className="band" aria-labelledby="h-ledger">
        <header className="hung">
          <h2 id="h-ledger">{t("ledger")}</h2>
          <p>{t("ledgerNote")}</p>
        </header>
        <Ledger
          className="matter"
          lines={lines}
          caption={t("ledgerCaption", {
            sessions: counted.sessions,
            since: counted.since ? formatPartialDate(counted.since, locale) : "",
          })}
          locale={locale}
        />
      </section>
    </>
  );
}
