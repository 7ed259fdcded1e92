import Link from "next/link";
import { Done } from "@/components/people/done";
import { City } from "@/components/ui/plate";
import type { AskView } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { formatDateTime } from "@/lib/time/format";
import { AskClock } from "./ask-clock";
import { askedWords, capital, other, standing } from "./words";

interface Props {
  ask: AskView;
  /** What was done just now, in words. */
  done: string | null;
  zone: string;
  locale: Locale;
}

/** Who asks whom what, and beside it the clock of the city that is asked. */
export function AskOpening({ ask, done, zone, locale }: Props) {
  const t = translator(locale, "asks");
  const { to, from, asker, writeUp, closed, looked } = ask;
  const name = from ? `${asker.name} (${cityName(from, locale)})` : asker.name;
  return (
    <div className="opening">
      <div className="left stack">
        <p className="kicker">
          {to && <City city={{ ...to, name: cityName(to, locale) }} quiet />}
          <span>{askedWords(ask, locale)}</span>
        </p>
        <h1 lang={other(ask.language, locale)} dir="auto">
          {ask.title}
        </h1>
        {done && <Done>{done}</Done>}
        {looked?.restored && (
          <p className="note plain">
            {t("page.looked", { name: looked.by })} <q dir="auto">{looked.answer}</q>
          </p>
        )}
        {ask.html && (
          <div
            className="prose stack"
            lang={other(ask.language, locale)}
            dir="auto"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and made safe when it was written
            dangerouslySetInnerHTML={{ __html: ask.html }}
          />
        )}
        <p className="small muted">{t("asked.by", { name, when: formatDateTime(ask.askedAt, zone, locale) })}</p>
      </div>
      <div className="right stack">
        {ask.clock && to ? (
          <AskClock clock={ask.clock} city={to} zone={zone} locale={locale} />
        ) : (
          <p>
            <b>{capital(standing(ask, locale), locale)}.</b>
          </p>
        )}
        {ask.state === "replied" && (
          <p>{ask.mine ? <a href="#settle">{t("clock.waitsForYou")}</a> : t("clock.waits", { name: asker.name })}</p>
        )}
        {closed && <p>{t("page.closedBy", { name: closed.by, when: formatDateTime(closed.at, zone, locale) })}</p>}
        {writeUp && (
          <p>
            {t("page.about")}{" "}
            <Link href={`/write-ups/${writeUp.id}`} lang={other(writeUp.language, locale)} dir="auto">
              {writeUp.title}
            </Link>
          </p>
        )}
      </div>
    </div>
  );
}
