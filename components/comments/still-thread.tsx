import type { ThreadComment } from "@/lib/comments/types";
import type { Locale } from "@/lib/i18n/locales";
import { Conversation } from "./conversation";
import type { SaidThere } from "./labels";
import { Said } from "./said";
import { talkWords } from "./talk-words";

interface Props {
  comments: ThreadComment[];
  said: SaidThere;
  locale: Locale;
}

/** The comments of a page as they stand before anybody acts on one: the same as `Comment` makes, without life. */
export function StillThread({ comments, said, locale }: Props) {
  const { labels } = talkWords(locale, said);
  return comments.map((comment) => (
    <li key={comment.id}>
      <Conversation comment={comment} labels={labels} said={(one) => <Said comment={one} labels={labels} />} />
    </li>
  ));
}
