import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Output } from "@/lib/minutes/types";
import { cityName } from "@/lib/sessions/city-name";

type Shown = Pick<Output, "id" | "body" | "language" | "by"> & { kind?: Output["kind"] };

/** What was said, with its kind, and whose it is where people may be named. */
export function OutputList({ outputs, locale }: { outputs: readonly Shown[]; locale: Locale }) {
  const t = translator(locale, "minutes");
  return (
    <ul className="lines">
      {outputs.map(({ id, kind, body, language, by }) => (
        <li key={id}>
          {kind && kind !== "note" && <p className="small muted">{t(`kind.${kind}`)}</p>}
          <p className="typed" lang={language === locale ? undefined : language}>
            {body}
          </p>
          {by && (
            <p className="kicker">
              {by.city && <City city={{ ...by.city, name: cityName(by.city, locale) }} />}
              <span>{by.name}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
