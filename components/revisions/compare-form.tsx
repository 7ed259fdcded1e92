import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { VIEWS, WORK } from "@/lib/revisions/limits";
import type { RevisionList } from "@/lib/revisions/types";

/** Any two states: a plain form that makes an address. */
export function CompareForm({ writeUp, revisions, locale }: RevisionList & { locale: Locale }) {
  const t = translator(locale, "revisions");
  const states = [
    ...(writeUp.reading === "city" ? [{ value: WORK, label: t("work") }] : []),
    ...revisions.map(({ number }) => ({ value: String(number), label: t("number", { number }) })),
  ];
  if (states.length < 2) return null;
  const options = states.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
  return (
    <section className="band" aria-labelledby="h-compare">
      <h2 className="hung" id="h-compare">
        {t("compareTwo")}
      </h2>
      <form className="matter stack" action={`/write-ups/${writeUp.id}/revisions/compare`}>
        <div className="two">
          <div className="field">
            <label htmlFor="from">{t("earlier")}</label>
            <select className="input" id="from" name="from" defaultValue={states[1]?.value}>
              {options}
            </select>
          </div>
          <div className="field">
            <label htmlFor="to">{t("later")}</label>
            <select className="input" id="to" name="to" defaultValue={states[0]?.value}>
              {options}
            </select>
          </div>
        </div>
        <fieldset>
          <legend className="label">{t("view")}</legend>
          {VIEWS.map((view) => (
            <label className="choice" key={view}>
              <input type="radio" name="view" value={view} defaultChecked={view === "inline"} />
              <span>{t(`views.${view}`)}</span>
            </label>
          ))}
        </fieldset>
        <p className="actions">
          <button className="button">{t("compare")}</button>
        </p>
      </form>
    </section>
  );
}
