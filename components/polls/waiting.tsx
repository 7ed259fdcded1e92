import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { PollView } from "@/lib/polls/types";
import { cityName } from "@/lib/sessions/city-name";

/** Who has not voted on anything yet, by city: names for those who decide, numbers for the others. */
export function Waiting({ poll, locale }: { poll: PollView; locale: Locale }) {
  const t = translator(locale, "polls");
  const waited = poll.cities.filter(({ waitedFor }) => waitedFor.length > 0);
  return (
    <section className="band light" aria-labelledby="poll-waiting">
      <h2 className="hung" id="poll-waiting">
        {t("waitingTitle")}
      </h2>
      {waited.length === 0 ? (
        <p className="text">{t("waitingNone")}</p>
      ) : (
        <ul className="text stack tight">
          {waited.map((city) => (
            <li key={city.id}>
              <City city={{ ...city, name: cityName(city, locale) }} />{" "}
              <span className="small muted">
                {poll.abilities.decide
                  ? city.waitedFor.map(({ name }) => name).join(", ")
                  : t("waitingCount", { count: city.waitedFor.length })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
