import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { WriteUpCard } from "@/lib/write-ups/types";

/** What one may want to read next; nothing when nothing is near. */
export function Related({ cards, of, locale }: { cards: WriteUpCard[]; of: string; locale: Locale }) {
  const t = translator(locale, "reading");
  if (cards.length === 0) return null;
  return (
    <section className="band no-print" aria-labelledby="related">
      <h2 className="hung" id="related">
        {t("related")}
      </h2>
      <ul className="matter rows">
        {cards.map((card) => (
          <li key={card.id}>
            <City city={card.city} quiet />
            <div>
              <h3 lang={card.language === locale ? undefined : card.language}>
                <a href={`/write-ups/${card.id}`}>{card.title}</a>
              </h3>
              <p className="small">
                <a href={`/library/compare?w=${of}&w=${card.id}`}>
                  {t("compare")}
                  <span className="vh">: {card.title}</span>
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
