import { FollowForm } from "@/components/follows/follow-form";
import { handWords, keptHtml } from "@/components/ui/kept-html";
import { Words } from "@/components/ui/once";
import { stands } from "@/lib/comments/conversation";
import { MANY } from "@/lib/comments/limits";
import type { About, OpenField, Place, Span, ThreadPage } from "@/lib/comments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { LazyThread } from "./lazy-thread";
import { StillThread } from "./still-thread";
import { talkWords } from "./talk-words";
import type { FreshLine } from "./thread";

const still = keptHtml(StillThread);

interface Props {
  /** What `threadFor` in lib/comments/queries gave. */
  thread: {
    about: About;
    page: ThreadPage;
    open: OpenField;
    target: string | null;
    newest: boolean;
    unclear: boolean;
  };
  /** Whether the reader is who asked what the thread answers. */
  asker?: boolean;
  locale: Locale;
}

/** A band of the page with what people said, and the field to say something. */
export async function ThreadSection({ thread, asker = false, locale }: Props) {
  const { about, page, open, target, newest, unclear } = thread;
  const t = translator(locale, "comments");
  const answers = "askId" in about;
  const said = answers ? (asker ? "to-answers" : "answer") : "comment";
  const words = await handWords(talkWords(locale, said));
  // The newest comments come as they are read, and as data only when somebody acts on one.
  const alive = open !== null || !newest;
  return (
    <section className="band" id="comments" aria-labelledby="h-comments">
      <h2 className="hung" id="h-comments">
        {t(answers ? "answering.title" : "title")}
      </h2>
      <div className="matter stack loose">
        <LazyThread
          about={about}
          first={alive ? page : null}
          still={alive || page.comments.length === 0 ? null : await still({ comments: page.comments, said, locale })}
          span={spanOf(page)}
          post={page.abilities.post}
          me={page.me}
          open={open}
          target={target}
          fresh={freshLine(page, locale)}
          unclear={unclear}
          words={words}
          asOf={clock.now().getTime()}
          empty={emptyWords(thread, asker, locale)}
          circle={t(`circle.${page.circle}`)}
          language={page.language}
          formKeys={[newId(), newId()]}
        />
        <FollowForm thing={about} follow={page.follow} locale={locale} />
      </div>
      <Words handed={words} />
    </section>
  );
}

/** What stands there before anybody said anything. */
function emptyWords({ about, page }: Props["thread"], asker: boolean, locale: Locale): string {
  const t = translator(locale, "comments");
  if ("askId" in about) return t(asker ? "answering.emptyOwn" : page.abilities.post ? "emptyAsk" : "answering.empty");
  if (!page.abilities.post) return t("emptyRead");
  return t("writeUpId" in about ? "emptyWriteUp" : "emptySession");
}

function spanOf({ earlier, comments }: ThreadPage): Span {
  const place = (one: Place | undefined) => (one ? { id: one.id, createdAt: one.createdAt } : null);
  return { begins: earlier ? place(comments[0]) : null, ends: place(comments.at(-1)) };
}

function freshLine({ fresh, comments }: ThreadPage, locale: Locale): FreshLine | null {
  if (!fresh) return null;
  const { count, firstId, since: when } = fresh;
  const t = translator(locale, "comments");
  const words = count > MANY ? t("freshMany", { count: MANY, when }) : t("fresh", { count, when });
  // One that is folded, or stands on another page of the thread, is asked for.
  const here = stands(
    comments.filter(({ resolved }) => !resolved),
    firstId,
  );
  return { words, href: `${here ? "" : `?comment=${firstId}`}#comment-${firstId}` };
}
