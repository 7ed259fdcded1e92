import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { City } from "@/components/ui/plate";
import { Submit } from "@/components/ui/submit";
import { tick } from "@/lib/attendance/actions";
import type { AttendanceSheet } from "@/lib/attendance/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";

interface Props {
  sessionId: string;
  sheet: AttendanceSheet;
  locale: Locale;
}

/** Who said that they come, to tick; the others of each city folded under them. */
export function TickForm({ sessionId, sheet, locale }: Props) {
  const t = translator(locale, "attendance");
  const was = sheet.cities.flatMap(({ expected }) => expected.filter(({ here }) => here).map(({ id }) => id));
  return (
    <Form
      action={tick}
      words={formWords(locale)}
      className="stack"
      before={
        <>
          <input type="hidden" name="id" value={sessionId} />
          {was.map((id) => (
            <input type="hidden" name="was[]" value={id} key={id} />
          ))}
        </>
      }
      after={<Submit>{t("save")}</Submit>}
    >
      <div className="stack loose">
        {sheet.cities.map(({ city, expected, others }) =>
          expected.length + others.length === 0 ? null : (
            <fieldset key={city?.id ?? "none"}>
              <legend className="label">
                {city ? <City city={{ ...city, name: cityName(city, locale) }} /> : t("noCity")}
              </legend>
              {city && expected.length === 0 && <p className="small muted">{t("nobody")}</p>}
              <div className="pick">
                {expected.map(({ id, name, here }) => (
                  <Tick id={id} name={name} here={here} key={id} />
                ))}
              </div>
              {others.length > 0 && (
                <details open={expected.length === 0}>
                  <summary>{t(city ? "others" : "othersNone", { count: others.length })}</summary>
                  <div className="pick">
                    {others.map(({ id, name }) => (
                      <Tick id={id} name={name} here={false} key={id} />
                    ))}
                  </div>
                </details>
              )}
            </fieldset>
          ),
        )}
      </div>
    </Form>
  );
}

function Tick({ id, name, here }: { id: string; name: string; here: boolean }) {
  return (
    <label className="choice">
      <input type="checkbox" name="there[]" value={id} defaultChecked={here} />
      <span>{name}</span>
    </label>
  );
}
