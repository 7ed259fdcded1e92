import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { type PlateCity, plateOf } from "@/lib/sessions/city-name";

interface Person {
  handle: string;
  name: string;
  role: "member" | "official" | "lead" | "observer" | "facilitator" | "admin" | null;
  ended: boolean;
  city: PlateCity | null;
}

/** The invented people whom a visitor of the demo may play, by city. */
export function DemoPeople({ people, to, locale }: { people: Person[]; to: string; locale: Locale }) {
  const t = translator(locale, "signIn");
  const codes = [...new Set(people.map((person) => person.city?.code ?? ""))];
  const groups = codes.map((code) => [code, people.filter((person) => (person.city?.code ?? "") === code)] as const);
  return (
    <section className="band" aria-labelledby="demo-people">
      <header className="hung">
        <h2 id="demo-people">{t("demoTitle")}</h2>
        <p>{t("demoLead")}</p>
      </header>
      <form className="matter play" action="/api/demo/sign-in" method="post">
        <input type="hidden" name="to" value={to} />
        {groups.map(([code, group]) => (
          <section key={code}>
            <h3>{group[0]?.city ? <City city={plateOf(group[0].city, locale)} /> : t("demoCohort")}</h3>
            <ul>
              {group.map(({ handle, name, role, ended }) => (
                <li key={handle}>
                  <button className="link" name="as" value={handle}>
                    {t("demoAs", { name, role: t(`roles.${ended ? "ended" : (role ?? "none")}`) })}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </form>
    </section>
  );
}
