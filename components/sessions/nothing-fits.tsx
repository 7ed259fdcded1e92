import type { Block, NothingFits as Nothing } from "@/lib/fair-hours/types";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { intlLocale } from "@/lib/time/intl-formats";
import { clocksOf, type HoursView } from "./hours-view";

const SHOWN = 3;

/** Which cities and holidays are in the way when no hour fits, and two ways out that one press takes. */
export function NothingFits({ nothing, view }: { nothing: Nothing; view: HoursView }) {
  const { cities, hours, locale } = view;
  const t = translator(locale, "newSession.nothing");
  const name = (id: string) => cities.get(id)?.name ?? "";
  const list = new Intl.ListFormat(intlLocale(locale), { type: "conjunction" });
  const percent = new Intl.NumberFormat(intlLocale(locale), { style: "percent", maximumFractionDigits: 0 });
  const day = (date: string) => formatPartialDate(date, locale);
  const { blocks, withoutOne, sittings } = nothing;
  const holidays = [...new Set(blocks.flatMap((block) => block.holidays))].sort();
  return (
    <div className="stack over">
      <p>{t("lead", { from: day(hours.asked.from), until: day(hours.asked.until) })}</p>
      <ul className="stack tight">
        {blocks.slice(0, SHOWN).map((block) => (
          <li key={block.cityId}>
            {t("blocks", {
              city: name(block.cityId),
              percent: percent.format(block.starts / Math.max(1, hours.found.looked)),
              reason: reasonOf(block),
            })}
          </li>
        ))}
      </ul>
      {holidays.length > 0 && <p>{t("holidays", { days: list.format(holidays.map(day)) })}</p>}
      {(withoutOne.length > 0 || sittings) && <h3>{t("ways")}</h3>}
      {withoutOne.slice(0, SHOWN).map(({ cityId, proposals: [best] }) => (
        <div className="stack tight" key={cityId}>
          <p>
            {best && t("without", { city: name(cityId), clock: clocksOf(best, view).start, points: best.total / 4 })}
          </p>
          <p>
            <Take name="letGo" value={cityId}>
              {t("withoutButton", { city: name(cityId) })}
            </Take>
          </p>
        </div>
      ))}
      {sittings && (
        <div className="stack tight">
          <p>
            {t("sittings", {
              first: list.format(sittings.first.cityIds.map(name)),
              second: list.format(sittings.second.cityIds.map(name)),
            })}{" "}
            {sittings.shared.length > 0 &&
              t("shared", { cities: list.format(sittings.shared.map(name)), count: sittings.shared.length })}
          </p>
          <p className="hint">{t("sittingsNote")}</p>
          <p>
            <Take name="sittings" value={`${sittings.first.cityIds.join(".")}|${sittings.second.cityIds.join(".")}`}>
              {t("sittingsButton")}
            </Take>
          </p>
        </div>
      )}
      <p className="hint">{t("wider")}</p>
    </div>
  );
}

/** Opens the form anew with all that was typed and this way taken. */
function Take({ name, value, children }: { name: "letGo" | "sittings"; value: string; children: React.ReactNode }) {
  return (
    <button className="button quiet" name={name} value={value} formAction="/sessions/new#h-when" formMethod="get">
      {children}
    </button>
  );
}

function reasonOf({ night, dayOff, holiday }: Block): string {
  if (holiday > night && holiday >= dayOff) return "holiday";
  if (dayOff > night) return "dayOff";
  return night > 0 ? "night" : "other";
}
