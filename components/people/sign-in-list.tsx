import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { endOne, endOthers } from "@/lib/people/actions";
import { browserOf } from "@/lib/people/browser";
import { dayParts, formatDateTime } from "@/lib/time/format";

const SHOWN = 10;

interface Place {
  id: string;
  userAgent: string;
  createdAt: Date;
  here: boolean;
}

/** Where one is signed in, this place first, then newest first; each can be ended, or all the others at once. */
export function SignInList({ places, zone, locale }: { places: Place[]; zone: string; locale: Locale }) {
  const t = translator(locale, "settings");
  const words = formWords(locale);
  const sorted = [...places].sort((a, b) => Number(b.here) - Number(a.here));
  return (
    <div className="stack loose">
      <ul className="rows dated">
        {sorted.slice(0, SHOWN).map((place) => {
          const day = dayParts(place.createdAt, zone, locale);
          const since = {
            browser: browserName(place.userAgent, locale),
            when: formatDateTime(place.createdAt, zone, locale),
          };
          return (
            <li key={place.id}>
              <time className="day" dateTime={place.createdAt.toISOString()}>
                <b>{day.number}</b>
                {day.month}
              </time>
              <div className="stack tight">
                <h3>{since.browser}</h3>
                <p className="small muted">
                  {place.here && <b>{t("here")}. </b>}
                  {t("since", since)}
                </p>
                {!place.here && (
                  <Form action={endOne} words={words}>
                    <div>
                      <input type="hidden" name="id" value={place.id} />
                      <Submit quiet>
                        {t("end")}
                        <span className="vh">{t("endOf", since)}</span>
                      </Submit>
                    </div>
                  </Form>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {places.length > SHOWN && <p className="muted">{t("more", { count: places.length - SHOWN })}</p>}
      {places.length > 1 && (
        <Form action={endOthers} words={words}>
          <Submit quiet>{t("endOthers")}</Submit>
        </Form>
      )}
    </div>
  );
}

/** "Firefox on Windows" */
function browserName(userAgent: string, locale: Locale): string {
  const t = translator(locale, "settings");
  const { browser, system } = browserOf(userAgent);
  if (browser && system) return t("browser", { browser, system });
  if (browser) return t("browserOnly", { browser });
  return system ? t("systemOnly", { system }) : t("unknownBrowser");
}
