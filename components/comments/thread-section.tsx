import { keptHtml } from "@/components/ui/kept-html";
import type { About, OpenField, ThreadPage } from "@/lib/comments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { threadLabels } from "./labels";
import { LazyThread } from "./lazy-thread";
import { StillThread } from "./still-thread";

const still = keptHtml(StillThread);

interface Props {
  /** What `threadFor` in lib/comments/queries gave. */
  thread: { about: About; page: ThreadPage; open: OpenField; newest: boolean };
  locale: Locale;
}

/** A band of the page with what people said, and the field to say something. */
export async function ThreadSection({ thread: { about, page, open, newest }, locale }: Props) {
  const t = translator(locale, "comments");
  const empty = !page.abilities.post ? "emptyRead" : "writeUpId" in about ? "emptyWriteUp" : "emptySession";
  const labels = threadLabels(locale);
  // The newest comments come as they are read, and as data only when somebody acts on one.
  const alive = open !== null || !newest;
  return (
    <section className="band" id="comments" aria-labelledby="h-comments">
      <h2 className="hung" id="h-comments">
        {t("title")}
      </h2>
      <div className="matter stack loose">
        <LazyThread
          about={about}
          first={alive ? page : null}
          still={alive || page.comments.length === 0 ? null : await still({ comments: page.comments, labels })}
          earlier={page.earlier}
          post={page.abilities.post}
          me={page.me}
          open={open}
          labels={labels}
          empty={t(empty)}
          circle={t(`circle.${page.circle}`)}
          language={locale}
          formKeys={[newId(), newId()]}
        />
      </div>
    </section>
  );
}
