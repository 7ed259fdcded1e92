import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Questions } from "@/lib/questions/types";
import { QuestionRow } from "./question-row";

interface Props {
  questions: Questions;
  /** Only the first so many. */
  first?: number;
  locale: Locale;
}

/** What people want to ask, most wanted first. */
export function QuestionList({ questions, first, locale }: Props) {
  const { items, mayAsk } = questions;
  if (items.length === 0) return <p>{translator(locale, "questions")(mayAsk ? "none" : "noneOver")}</p>;
  return (
    <ul className="rows dated">
      {items.slice(0, first).map((question) => (
        <QuestionRow question={question} locale={locale} key={question.id} />
      ))}
    </ul>
  );
}
