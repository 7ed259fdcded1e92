import Link from "next/link";
import { Words } from "@/components/revisions/runs";
import { City } from "@/components/ui/plate";
import type { History } from "@/lib/comments/history";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

interface Props {
  history: History;
  locale: Locale;
}

/** How a comment reads now and read before, newest first, with what was changed each time. */
export function CommentHistory({ history: { comment, href, versions }, locale }: Props) {
  const t = translator(locale, "comments.history");
  return (
    <>
      <div className="opening">
        <h1 className="left">{t("title")}</h1>
        <div className="left stack">
          <p className="kicker">
            {comment.city && <City city={comment.city} />} {comment.author?.name}, {comment.when}
          </p>
          {versions.length > 1 && <p>{t("changedBy")}</p>}
          <p>
            <Link className="act" href={href}>
              {t("back")}
            </Link>
          </p>
        </div>
      </div>
      {versions.map(({ id, until, blocks }, n) => (
        <section className="band" key={id} aria-labelledby={`h-${id}`}>
          <h2 className="hung" id={`h-${id}`}>
            {until === null ? t("now") : t("until", { when: until })}
          </h2>
          <div className="matter stack">
            {n === versions.length - 1 && <p className="muted">{t("first")}</p>}
            {blocks.map((block, place) => {
              const key = `${place} ${block.kind}`;
              return <Words key={key} block={block} side="both" lang={comment.language} locale={locale} />;
            })}
          </div>
        </section>
      ))}
    </>
  );
}
