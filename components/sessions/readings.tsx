import Link from "next/link";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { City } from "@/components/ui/plate";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { mark } from "@/lib/readings/actions";
import type { ReadBy, ReadingMarks } from "@/lib/readings/types";
import { cityName } from "@/lib/sessions/city-name";
import { isCertain } from "@/lib/sessions/moment";
import type { Reading, SessionView } from "@/lib/sessions/types";

interface Props {
  session: SessionView;
  marks?: ReadingMarks | null;
  /** A band of its own, rather than beside the agenda. */
  alone?: boolean;
  locale: Locale;
}

/** What to read before and who has, and the file for one's calendar. */
export function Readings({ session, marks, alone = false, locale }: Props) {
  const t = translator(locale, "sessions");
  const before = session.moment === "after" ? "" : t("toReadNote");
  const note = session.readings.length > 0 ? before : t("nothingToRead");
  const all = marks ? translator(locale, "readings")("all", { minutes: marks.minutes }) : "";
  return (
    <section className={alone ? "band" : "band right"} aria-labelledby="reading">
      <header className={alone ? "hung" : "over"}>
        <h2 id="reading">{t("toReadFirst")}</h2>
        <p className="small muted">
          {note} {all}
        </p>
      </header>
      {session.readings.length > 0 && (
        <ul className={alone ? "rows text" : "rows"}>
          {session.readings.map((reading) => (
            <Row {...{ session, reading, marks, locale }} key={reading.id} />
          ))}
        </ul>
      )}
      {isCertain(session) && (
        <div className={alone ? "aside stack tight" : "stack tight under"}>
          <p className="actions">
            <a className="button quiet" href={`/sessions/${session.id}/calendar.ics`}>
              {t("calendar")}
            </a>
          </p>
          <p className="small muted">{t("calendarNote")}</p>
        </div>
      )}
    </section>
  );
}

function Row({ session, reading, marks, locale }: Omit<Props, "alone"> & { reading: Reading }) {
  const t = translator(locale, "sessions");
  const by = marks?.byWriteUp[reading.id];
  return (
    <li>
      <City city={{ ...reading.city, name: cityName(reading.city, locale) }} quiet />
      <div>
        <h3 lang={reading.language === locale ? undefined : reading.language}>
          <Link href={`/write-ups/${reading.id}`} prefetch={false}>
            {reading.title}
          </Link>
        </h3>
        <p className="small muted">
          {t(`reading.${reading.kind}`, { language: languageIn(reading.language, locale) })}
          {by && `, ${translator(locale, "readings")("one", { minutes: by.minutes })}`}
        </p>
        {by && by.cities.length > 0 && <ReadByCities by={by} locale={locale} />}
        {marks?.mayMark && by && <Mark session={session} reading={reading} by={by} locale={locale} />}
      </div>
    </li>
  );
}

function ReadByCities({ by, locale }: { by: ReadBy; locale: Locale }) {
  const r = translator(locale, "readings");
  const said = by.cities.map(({ city, names }) => r("city", { city: cityName(city, locale), names: names.join(", ") }));
  return (
    <p className="small muted">
      {r("readBy")} {said.join("; ")}
    </p>
  );
}

function Mark({
  session,
  reading,
  by,
  locale,
}: {
  session: SessionView;
  reading: Reading;
  by: ReadBy;
  locale: Locale;
}) {
  const r = translator(locale, "readings");
  return (
    <Form action={mark} words={formWords(locale)}>
      <div className="acts small">
        <input type="hidden" name="id" value={session.id} />
        <input type="hidden" name="writeUp" value={reading.id} />
        {by.mine && <b>{r("mine")}</b>}
        <button className="link" name="read" value={by.mine ? "no" : "yes"}>
          {r(by.mine ? "unmark" : "mark")}
          <span className="vh">: {reading.title}</span>
        </button>
      </div>
    </Form>
  );
}
