import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Output } from "@/lib/minutes/types";
import { cityName } from "@/lib/sessions/city-name";

type Shown = Pick<Output, "id" | "body" | "language" | "by"> & { kind?: Output["kind"] };

interface Props {
  outputs: readonly Shown[];
  locale: Locale;
}

/** What was said, with its kind, and whose it is where people may be named: then its city's plate leads. */
export function OutputList({ outputs, locale }: Props) {
  const named = outputs.some(({ by }) => by);
  return (
    <ul className={named ? "rows" : "lines"}>
      {outputs.map((output) => {
        const { id, by } = output;
        if (!named)
          return (
            <li key={id}>
              <Words output={output} locale={locale} />
            </li>
          );
        const city = by?.city && { ...by.city, name: cityName(by.city, locale) };
        return (
          <li key={id}>
            {city ? <City city={city} quiet /> : <span />}
            <div>
              <Words output={output} locale={locale} />
              {by && (
                <p className="small muted">
                  {by.name}
                  {city && <span aria-hidden="true">, {city.name}</span>}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Words({ output: { kind, body, language }, locale }: { output: Shown; locale: Locale }) {
  return (
    <>
      {kind && kind !== "note" && <p className="small muted">{translator(locale, "minutes")(`kind.${kind}`)}</p>}
      <p className="typed" lang={language === locale ? undefined : language}>
        {body}
      </p>
    </>
  );
}
