import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { answered, remove, vote } from "@/lib/questions/actions";
import type { Question } from "@/lib/questions/types";
import { cityName } from "@/lib/sessions/city-name";

/** A question with its votes as the figure that leads, and what one can do with it. */
export function QuestionRow({ question, locale }: { question: Question; locale: Locale }) {
  const t = translator(locale, "questions");
  const { id, body, language, votes, mine, abilities } = question;
  const of = <span className="vh">: {t("of", { question: body })}</span>;
  const words = formWords(locale);
  return (
    <li>
      <p className="day">
        <b>{votes}</b> {t("votes", { count: votes })}
      </p>
      <div>
        <p className="asked" lang={language === locale ? undefined : language}>
          {body}
        </p>
        <p className="small muted">{said(question, locale)}</p>
        <div className="acts small">
          {abilities.vote && (
            <Form action={vote} words={words}>
              <input type="hidden" name="question" value={id} />
              <button className="link" name="vote" value={mine ? "no" : "yes"}>
                {t(mine ? "unvote" : "vote")}
                {of}
              </button>
            </Form>
          )}
          {abilities.answer && (
            <Form action={answered} words={words}>
              <input type="hidden" name="question" value={id} />
              <button className="link" name="answered" value={question.answered ? "no" : "yes"}>
                {t(question.answered ? "reopen" : "markAnswered")}
                {of}
              </button>
            </Form>
          )}
          {abilities.remove && (
            <Form action={remove} words={words}>
              <input type="hidden" name="question" value={id} />
              <button className="link">
                {t("remove")}
                {of}
              </button>
            </Form>
          )}
        </div>
      </div>
    </li>
  );
}

function said({ answered, author }: Question, locale: Locale): string {
  const t = translator(locale, "questions");
  const city = author?.city && cityName(author.city, locale);
  const who = author?.me ? t("fromYou") : city ? t("from", { name: author.name, city }) : author?.name;
  return [answered && t("answered"), who].filter(Boolean).join(" · ");
}
