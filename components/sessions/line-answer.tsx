import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { answer } from "@/lib/sessions/actions";
import { ANSWERS } from "@/lib/sessions/limits";
import type { OverviewLine } from "@/lib/sessions/overview-types";
import { KeepPlace } from "./keep-place";

/** One tap to answer. Whoever has answered reads it, and opens the buttons to change it. */
export function LineAnswer({ session, locale }: { session: OverviewLine; locale: Locale }) {
  return (
    <KeepPlace on={session.myAnswer}>
      <Answered session={session} locale={locale} />
    </KeepPlace>
  );
}

function Answered({ session, locale }: { session: OverviewLine; locale: Locale }) {
  const t = translator(locale, "sessions");
  const { myAnswer } = session;
  if (!myAnswer) return <Buttons session={session} locale={locale} />;
  return (
    <details className="answered" key={myAnswer}>
      <summary>
        <span>
          <b>{t(`mine.${myAnswer}`)}.</b> {translator(locale, "overview")("change")}
          <span className="vh"> {session.title}</span>
        </span>
      </summary>
      <Buttons session={session} locale={locale} />
    </details>
  );
}

function Buttons({ session, locale }: { session: OverviewLine; locale: Locale }) {
  const t = translator(locale, "sessions.answer");
  return (
    <Form action={answer} words={formWords(locale)} className="line-answer">
      <div className="actions">
        <input type="hidden" name="id" value={session.id} />
        {ANSWERS.map((choice) => (
          <Submit quiet={choice !== session.myAnswer} name="answer" value={choice} key={choice}>
            {t(choice)}
            <span className="vh">: {session.title}</span>
          </Submit>
        ))}
      </div>
    </Form>
  );
}
