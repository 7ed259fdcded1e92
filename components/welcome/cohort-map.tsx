import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { MapCity } from "@/lib/workspaces/marks";
import { ATLANTIC, EUROPE, project } from "./projection";

const EUROPE_FRAME = { width: 460, height: 560, margin: 20 };

/** The cities on two maps, and the same as a table. */
export function CohortMap({ cities, locale }: { cities: MapCity[]; locale: Locale }) {
  const t = translator(locale, "welcome");
  const near = cities.filter((city) => {
    const { x, y } = project(EUROPE, city.longitude, city.latitude);
    return x > 0 && y > 0 && x < EUROPE_FRAME.width && y < EUROPE_FRAME.height;
  });
  const far = cities.filter((city) => !near.includes(city));
  const countries = new Intl.DisplayNames([locale], { type: "region" });
  return (
    <div className="full">
      <div className="maps">
        <figure className="map">
          <svg viewBox="0 0 660 560" role="img" aria-label={t("atlantic")}>
            <image href="/land.svg#atlantic" width="660" height="560" />
            <path className="frame" d="M459 46H594V176H459z" />
            {near.map((city) => {
              const { x, y } = project(ATLANTIC, city.longitude, city.latitude);
              return <circle className={`${city.accent} dot`} cx={x} cy={y} r="5" key={city.id} />;
            })}
            {far.map((city) => (
              <Mark key={city.id} city={city} at={project(ATLANTIC, city.longitude, city.latitude)} width={660} />
            ))}
          </svg>
          <figcaption>{t("atlanticCaption")}</figcaption>
        </figure>
        <figure className="map">
          <svg viewBox="0 0 460 560" role="img" aria-label={t("europe")} className="europe">
            <image href="/land.svg#europe" width="460" height="560" />
            {near.map((city) => (
              <Mark key={city.id} city={city} at={project(EUROPE, city.longitude, city.latitude)} width={460} />
            ))}
          </svg>
          <figcaption>{t("europeCaption")}</figcaption>
        </figure>
      </div>
      <details>
        <summary>{t("table")}</summary>
        <table className="timetable">
          <caption className="vh">{t("mapTitle", { count: cities.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("cityColumn")}</th>
              <th scope="col">{t("countryColumn")}</th>
              <th scope="col" className="r">
                {t("publishedColumn")}
              </th>
            </tr>
          </thead>
          <tbody>
            {cities.map((city) => (
              <tr key={city.id}>
                <th scope="row">{city.name}</th>
                <td>{countries.of(city.country)}</td>
                <td className="r">{city.writeUps}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

/** A ring with the city's name above it, or below near the lower edge; names stay inside the drawing. */
function Mark({ city, at, width }: { city: MapCity; at: { x: number; y: number }; width: number }) {
  const anchor = at.x < width * 0.2 ? "start" : at.x > width * 0.8 ? "end" : "middle";
  const x = anchor === "start" ? Math.max(4, at.x - 12) : anchor === "end" ? Math.min(width - 4, at.x + 12) : at.x;
  return (
    <>
      <circle className={city.accent} cx={at.x} cy={at.y} r="8" />
      <text x={x} y={at.y > 300 ? at.y + 36 : at.y - 22} textAnchor={anchor}>
        {city.name}
      </text>
    </>
  );
}
