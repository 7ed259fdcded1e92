import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { answer } from "@/lib/sessions/actions";
import { ANSWERS } from "@/lib/sessions/limits";
import { seatsFor } from "@/lib/sessions/seat-view";
import type { SessionView } from "@/lib/sessions/types";
import { answerWords } from "./answer-words";

/** Going, perhaps, not: three buttons of one form; the answer given is the filled one and stands in words above. */
export function AnswerForm({ session, locale }: { session: SessionView; locale: Locale }) {
  const t = translator(locale, "sessions");
  const s = translator(locale, "seats");
  const { myAnswer } = session;
  const seats = seatsFor(session);
  const { title, text } = answerWords(session, locale);
  const wouldWait = myAnswer === "waiting" || (seats?.full === true && myAnswer !== "going");
  return (
    <section aria-labelledby="answer" className="stack">
      <h2 id="answer">{title}</h2>
      {text && <p>{text}</p>}
      {seats?.place && <p>{s("place", { place: seats.place })}</p>}
      {wouldWait && myAnswer !== "waiting" && <p>{s("full")}</p>}
      <Form action={answer} words={formWords(locale)} className="stack">
        <div className="actions" id="field-answer">
          <input type="hidden" name="id" value={session.id} />
          {ANSWERS.map((choice) => {
            const mine = choice === myAnswer || (choice === "going" && myAnswer === "waiting");
            return (
              <Submit quiet={!mine} name="answer" value={choice} key={choice}>
                {choice === "going" && wouldWait ? s("wait") : t(`answer.${choice}`)}
              </Submit>
            );
          })}
        </div>
      </Form>
      {myAnswer && <p className="small muted">{t("answer.said")}</p>}
    </section>
  );
}
