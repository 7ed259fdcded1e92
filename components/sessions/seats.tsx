import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { seatsFor } from "@/lib/sessions/seat-view";
import type { Named, SessionView } from "@/lib/sessions/types";
import { formatDay } from "@/lib/time/format";
import { endInstant } from "@/lib/time/wall";

/** So many names of those who wait are shown. */
const NAMED = 10;

/** How many seats are taken, which are held and through which day by the session's own clock, and who waits. */
export function Seats({ session, locale }: { session: SessionView; locale: Locale }) {
  const t = translator(locale, "seats");
  const seats = seatsFor(session);
  if (!seats) return null;
  const { waiting, seatsTaken: taken, myId, zone } = session;
  const { capacity, held, heldUntil } = seats;
  const cities = held.map((city) => cityName(city, locale)).join(", ");
  return (
    <div className="small">
      <p>
        {translator(locale, "sessions")("seats", { taken, capacity })}{" "}
        {heldUntil &&
          t("held", { count: held.length, cities, day: formatDay(endInstant(heldUntil, -1), zone, locale) })}
      </p>
      {waiting.length > 0 && <p>{t("waiting", { count: waiting.length, names: names(waiting, myId, locale) })}</p>}
    </div>
  );
}

function names(waiting: readonly Named[], me: string, locale: Locale): string {
  const you = translator(locale, "sessions");
  const shown = waiting.slice(0, NAMED).map(({ id, name }) => (id === me ? you("you", { name }) : name));
  const more = waiting.length - shown.length;
  const said = shown.join("; ");
  return more > 0 ? translator(locale, "seats")("more", { names: said, count: more }) : said;
}
