import { Submit } from "@/components/ui/submit";
import { translator } from "@/lib/i18n/translator";
import type { SchedulePlace } from "@/lib/sessions/types";
import { intlLocale } from "@/lib/time/intl-formats";
import { clocksOf, type HoursView } from "./hours-view";
import { VoteFields } from "./vote-fields";

/** What is about to happen and to how many people, and the three ways to send. */
export function SendBand({ place, view }: { place: SchedulePlace; view: HoursView }) {
  const { hours, locale } = view;
  const { asked, chosen } = hours;
  const t = translator(locale, "newSession");
  const invited = place.cities.filter(({ id }) => asked.required.includes(id) || asked.optional.includes(id));
  const people = invited.reduce((sum, city) => sum + city.people, 0);
  const names = new Intl.ListFormat(intlLocale(locale), { type: "conjunction" });
  return (
    <section className="band" aria-labelledby="h-send">
      <h2 className="hung" id="h-send">
        {t("send")}
      </h2>
      <div className="text stack">
        <p>
          {chosen ? (
            <b className="scripted">{t("summary", { ...clocksOf(chosen, view), place: view.place })}</b>
          ) : (
            <b className="scripted">{t("noHour")}</b>
          )}{" "}
          <b className="unscripted">{t("summaryPlain")}</b> {t("invited", { people, cities: invited.length })}
        </p>
        {asked.second.length > 0 && (
          <p>{t("secondNext", { cities: names.format(asked.second.map((id) => view.cities.get(id)?.name ?? "")) })}</p>
        )}
        <div className="actions">
          <Submit big name="as" value="send">
            {t("sendButton")}
          </Submit>
          <Submit quiet name="as" value="draft">
            {t("draftButton")}
          </Submit>
        </div>
        <p className="hint">{t("draftNote")}</p>
        <VoteFields view={view} />
      </div>
    </section>
  );
}
