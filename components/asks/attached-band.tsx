import type { AttachedAsk } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatDateTime } from "@/lib/time/format";
import { SaidBlock } from "./said-block";
import { fromName, other } from "./words";

interface Props {
  items: AttachedAsk[];
  /** Whose write-up it is, in the reader's language. */
  city: string;
  /** Where the reader asks about it; null for those who don't. */
  askPath: string | null;
  /** Whether it is the reader's own city's: then they ask another one. */
  own: boolean;
  zone: string;
  locale: Locale;
}

/** On a write-up: what others asked about it and what its city keeps of that. Nothing where there is neither. */
export function AttachedBand({ items, city, askPath, own, zone, locale }: Props) {
  const t = translator(locale, "asks");
  if (items.length === 0 && askPath === null) return null;
  return (
    <section className="band" aria-labelledby="asked">
      <header className="hung">
        <h2 id="asked">{t("attached.title")}</h2>
        {items.length > 0 && <p>{t("attached.note", { city })}</p>}
      </header>
      <div className="text stack loose">
        {items.map((ask) => (
          <div className="stack" key={ask.id}>
            <div>
              <h3 lang={other(ask.language, locale)} dir="auto">
                {ask.title}
              </h3>
              <p className="small muted">
                {ask.from
                  ? `${ask.asker}, ${fromName({ from: ask.from, asker: { id: "", name: ask.asker } }, locale)}`
                  : ask.asker}
              </p>
            </div>
            <SaidBlock said={ask.answer} when={formatDateTime(new Date(ask.answer.at), zone, locale)} locale={locale} />
            <p>
              <a className="act" href={`/asks/${ask.id}`}>
                {t("attached.open")}
                <span className="vh">: {t("of", { title: ask.title })}</span>
              </a>
            </p>
          </div>
        ))}
        {askPath && (
          <p className="actions">
            <a className="button quiet" href={askPath}>
              {own ? t("askOthers") : t("askAbout", { city })}
            </a>
          </p>
        )}
      </div>
    </section>
  );
}
