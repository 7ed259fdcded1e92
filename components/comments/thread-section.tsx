import type { About, OpenField, ThreadPage } from "@/lib/comments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { threadLabels } from "./labels";
import { LazyThread } from "./lazy-thread";

interface Props {
  /** What `threadFor` in lib/comments/queries gave. */
  thread: { about: About; page: ThreadPage; open: OpenField };
  locale: Locale;
}

/** A band of the page with what people said, and the field to say something. */
export function ThreadSection({ thread: { about, page, open }, locale }: Props) {
  const t = translator(locale, "comments");
  const empty = !page.abilities.post ? "emptyRead" : "writeUpId" in about ? "emptyWriteUp" : "emptySession";
  return (
    <section className="band" id="comments" aria-labelledby="h-comments">
      <h2 className="hung" id="h-comments">
        {t("title")}
      </h2>
      <div className="matter stack loose">
        <LazyThread
          about={about}
          first={page}
          open={open}
          labels={threadLabels(locale)}
          empty={t(empty)}
          circle={t(`circle.${page.circle}`)}
          language={locale}
          formKeys={[newId(), newId()]}
        />
      </div>
    </section>
  );
}
