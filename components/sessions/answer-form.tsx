import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { answer } from "@/lib/sessions/actions";
import { ANSWERS } from "@/lib/sessions/limits";
import type { SessionView } from "@/lib/sessions/types";

/** Going, perhaps, not: three buttons of one form; the answer given is the filled one and stands in words above. */
export function AnswerForm({ session, locale }: { session: SessionView; locale: Locale }) {
  const t = translator(locale, "sessions");
  const { myAnswer, capacity, seatsTaken } = session;
  return (
    <section aria-labelledby="answer" className="stack">
      <h2 id="answer">{myAnswer ? t(`mine.${myAnswer}`) : t("answer.title")}</h2>
      {capacity !== null && <p className="small muted">{t("seats", { taken: seatsTaken, capacity })}</p>}
      <Form action={answer} words={formWords(locale)} className="stack">
        <div className="actions" id="field-answer">
          <input type="hidden" name="id" value={session.id} />
          {ANSWERS.map((choice) => (
            <Submit quiet={choice !== myAnswer} name="answer" value={choice} key={choice}>
              {t(`answer.${choice}`)}
            </Submit>
          ))}
        </div>
      </Form>
      {myAnswer && <p className="small muted">{t("answer.said")}</p>}
    </section>
  );
}
