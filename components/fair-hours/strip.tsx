import { cn } from "@/lib/cn";
import type { StripCell, StripHours } from "@/lib/fair-hours/strip-hours";
import type { Locale } from "@/lib/i18n/locales";
import { type Translate, translator } from "@/lib/i18n/translator";
import { MARKS, toneOf } from "./tones";

interface Props {
  strip: StripHours;
  /** Plates and names by the id of the city. */
  cities: readonly { id: string; code: string; name: string; accent: string }[];
  /** Whose clock the columns follow, such as "Turin". */
  place: string;
  caption: string;
  locale: Locale;
}

/** The hours of one day in every city, the slot framed. The tone of a cell and its dots say the same. */
export function Strip({ strip, cities, place, caption, locale }: Props) {
  const t = translator(locale, "fairHours.strip");
  const { hours, rows, frame } = strip;
  // On paper the frame cannot lie over the cells, so those that it touches are marked too.
  const framed = (index: number) => frame !== null && index >= frame.from && index < frame.from + frame.span;
  const named = new Map(cities.map((city) => [city.id, city]));
  const style = {
    "--hours": hours.length,
    "--cities": rows.length,
    ...(frame && {
      "--from": frame.from,
      "--span": frame.span,
      "--lead": `${frame.lead}%`,
      "--trail": `${frame.trail}%`,
    }),
  };
  return (
    // The roles are said since a table that is laid out as a grid is none to some browsers.
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table className={frame ? "strip framed" : "strip"} role="table" style={style as React.CSSProperties}>
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span className="vh">{t("city")}</span>
          </th>
          {hours.map((hour) => (
            <th role="columnheader" scope="col" key={hour}>
              <span className="vh">{place} </span>
              {String(hour).padStart(2, "0")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ cityId, cells }) => {
          const city = named.get(cityId);
          return (
            <tr role="row" key={cityId}>
              <th role="rowheader" scope="row">
                <span className={`plate ${city?.accent}`} aria-hidden="true">
                  {city?.code}
                </span>
                <span className="vh name">{city?.name}</span>
              </th>
              {cells.map((cell, index) => (
                <Cell cell={cell} framed={framed(index)} t={t} key={hours[index]} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

interface CellProps {
  cell: StripCell;
  framed: boolean;
  t: Translate<"fairHours.strip">;
}

function Cell({ cell: { clock, weight }, framed, t }: CellProps) {
  const tone = toneOf(weight);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <td role="cell" className={cn(tone, framed && "in")}>
      {clock}
      {MARKS[tone] && <i aria-hidden="true">{MARKS[tone]}</i>}
      <span className="vh"> {t(tone)}</span>
    </td>
  );
}
