import { pathOf } from "@/lib/comments/paths";
import type { Locale } from "@/lib/i18n/locales";
import { firstWordsOf } from "@/lib/inbox/first-words";
import type { PersonComment } from "@/lib/people/types";
import { dayParts } from "@/lib/time/format";

interface Props {
  comments: PersonComment[];
  zone: string;
  locale: Locale;
}

/** What they said last, each with its first words and where it stands. */
export function PersonComments({ comments, zone, locale }: Props) {
  const lang = (language: string) => (language === locale ? undefined : language);
  return (
    <ul className="text rows dated">
      {comments.map((comment) => {
        const { number, month } = dayParts(comment.at, zone, locale);
        return (
          <li key={comment.id}>
            <time className="day" dateTime={comment.at.toISOString()}>
              <b>{number}</b>
              {month}
            </time>
            <div className="stack tight">
              <h3 lang={lang(comment.titleLanguage)} dir="auto">
                <a href={pathOf(comment.about, comment.id)}>{comment.title}</a>
              </h3>
              <p lang={lang(comment.language)} dir="auto">
                {firstWordsOf(comment.html)}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
