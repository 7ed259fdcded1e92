import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { QUESTIONS_FIRST } from "@/lib/questions/limits";
import type { Questions } from "@/lib/questions/types";
import { QuestionList } from "./question-list";

interface Props {
  sessionId: string;
  questions: Questions;
  locale: Locale;
}

/** The most wanted questions on the session's own page. */
export function QuestionsBand({ sessionId, questions, locale }: Props) {
  const t = translator(locale, "questions");
  const { items, mayAsk } = questions;
  const here = `/sessions/${sessionId}/questions`;
  return (
    <section className="band" aria-labelledby="questions">
      <header className="hung">
        <h2 id="questions">{t("title")}</h2>
        <p>{t(mayAsk ? "lead" : "leadOver")}</p>
      </header>
      <div className="text stack">
        <QuestionList questions={questions} first={QUESTIONS_FIRST} locale={locale} />
        <p className="actions">
          {mayAsk && (
            <Link className="button quiet" href={`${here}#ask`} prefetch={false}>
              {t("askOne")}
            </Link>
          )}
          {items.length > QUESTIONS_FIRST && (
            <Link href={here} prefetch={false}>
              {t("more", { count: items.length })}
            </Link>
          )}
        </p>
      </div>
    </section>
  );
}
