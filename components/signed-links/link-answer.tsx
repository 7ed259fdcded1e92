import Link from "next/link";
import { answerWords } from "@/components/sessions/answer-words";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { rangeWords } from "@/lib/polls/option-words";
import { placeOf } from "@/lib/sessions/city-name";
import { ANSWERS } from "@/lib/sessions/limits";
import type { SessionView } from "@/lib/sessions/types";
import { answer } from "@/lib/signed-links/actions";
import { formatDay } from "@/lib/time/format";
import { cityClock } from "@/lib/time/session-clocks";

interface Props {
  page: { name: string; session: SessionView };
  token: string;
  locale: Locale;
}

/** Coming, perhaps or not: for the one person to whom the link was sent. */
export function LinkAnswer({ page: { name, session }, token, locale }: Props) {
  const t = translator(locale, "links");
  const { readerZone: zone, myAnswer, capacity } = session;
  const asked = { title: myAnswer ? t(`mine.${myAnswer}`) : t("answerTitle"), text: null };
  const { title, text } = session.moment === "now" ? answerWords(session, locale) : asked;
  const lang = session.language === locale ? undefined : session.language;
  const place = placeOf(zone, session.cities, session.myWorkspaceIds, locale);
  const range = rangeWords(cityClock(session, { id: "", zone }, zone), locale);
  return (
    <div className="opening">
      <div className="left stack">
        <p className="kicker">{formatDay(session.startsAt, zone, locale)}</p>
        <h1 lang={lang}>{session.title}</h1>
        <p className="lead">{t("clock", { range, place })}</p>
        {session.purpose && <p lang={lang}>{session.purpose}</p>}
        <h2>{title}</h2>
        {text && <p>{text}</p>}
        {capacity !== null && <p className="small muted">{t("seats", { taken: session.seatsTaken, capacity })}</p>}
        <Form action={answer} words={formWords(locale)}>
          <input type="hidden" name="token" value={token} />
          <div className="actions" id="field-answer">
            {ANSWERS.map((choice) => (
              <Submit quiet={choice !== myAnswer} name="answer" value={choice} key={choice}>
                {translator(locale, "sessions")(`answer.${choice}`)}
              </Submit>
            ))}
          </div>
        </Form>
        <p className="small muted">{t("answerAs", { name })}</p>
        <p className="small">
          <Link href={`/sessions/${session.id}`}>{t("more")}</Link>
        </p>
      </div>
    </div>
  );
}
