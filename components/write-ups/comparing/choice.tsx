import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { COMPARED_MAX } from "@/lib/write-ups/comparison";
import type { WriteUpCard, WriteUpPage } from "@/lib/write-ups/types";

interface Props {
  chosen: WriteUpPage[];
  /** What one might compare them with. */
  offered: WriteUpCard[];
  locale: Locale;
}

/** Which write-ups stand side by side: each can be taken off, others added, as plain links. */
export function Choice({ chosen, offered, locale }: Props) {
  const t = translator(locale, "comparison");
  const kinds = translator(locale, "library.kinds");
  const address = (ids: string[]) => `/library/compare?${ids.map((id) => `w=${id}`).join("&")}`;
  const ids = chosen.map(({ id }) => id);
  return (
    <div className="stack">
      {chosen.length > 0 && (
        <p className="on-now">
          {chosen.map(({ id, document, city, language }) => (
            <a
              className="chip"
              key={id}
              href={address(ids.filter((other) => other !== id))}
              aria-label={t("takeOff", { title: document.title, city: city.name })}
            >
              <span lang={language === locale ? undefined : language}>{document.title}</span>
              <span aria-hidden="true">×</span>
            </a>
          ))}
        </p>
      )}
      {ids.length < COMPARED_MAX && offered.length > 0 && (
        <details open={ids.length < 2}>
          <summary>{ids.length === 0 ? t("chooseFirst") : t("add")}</summary>
          <h2 className="vh">{ids.length === 0 ? t("chooseFirst") : t("add")}</h2>
          <ul className="rows under">
            {offered.map((card) => (
              <li key={card.id}>
                <City city={card.city} quiet />
                <div>
                  <h3 lang={card.language === locale ? undefined : card.language}>
                    <a href={address([...ids, card.id])}>{card.title}</a>
                  </h3>
                  <p className="small muted">
                    {card.city.name} · {kinds(card.kind)}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
