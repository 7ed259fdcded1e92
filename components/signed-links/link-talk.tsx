import Link from "next/link";
import { Done } from "@/components/people/done";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { ThreadComment } from "@/lib/comments/types";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { comment } from "@/lib/signed-links/actions";
import type { TalkPage } from "@/lib/signed-links/types";
import { CommentField } from "./comment-field";
import { Heard } from "./heard";

interface Props {
  page: TalkPage;
  token: string;
  /** A comment was just posted. */
  said: boolean;
  locale: Locale;
}

/** One conversation and the field to go on with it, for the one person to whom the link was sent. */
export function LinkTalk({ page, token, said, locale }: Props) {
  const t = translator(locale, "links.talk");
  const { root, answered, title } = page;
  const lang = page.language === locale ? undefined : page.language;
  const passage = root?.passage;
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <p className="kicker">{t("kicker")}</p>
          <h1 lang={lang} dir="auto">
            {title}
          </h1>
          {!page.lost && <p>{t("asName", { name: page.name })}</p>}
        </div>
      </div>
      <section className="band" aria-labelledby="talk">
        <h2 className="hung" id="talk">
          {t(root || page.lost ? "conversation" : "say")}
        </h2>
        <div className="matter stack loose">
          {!root && page.html && (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by lib/text/markdown when it was written
            <div className="prose" lang={page.language} dir="auto" dangerouslySetInnerHTML={{ __html: page.html }} />
          )}
          {page.lost && <p className="lead">{t("lost")}</p>}
          {passage?.quote && (
            <div className="stack tight">
              <p className="small muted">{t(passage.state === "gone" ? "passageGone" : "passage")}</p>
              <div className="prose">
                <blockquote lang={passage.language} dir="auto">
                  {passage.quote}
                </blockquote>
              </div>
            </div>
          )}
          {root && <Conversation root={root} locale={locale} />}
          {said && <Done>{page.answers ? translator(locale, "comments.answering")("posted") : t("posted")}</Done>}
          {!page.lost && (
            <Form action={comment} words={formWords(locale)} className="composer" id="write">
              <input type="hidden" name="token" value={token} />
              <input type="hidden" name="parentId" value={answered?.id ?? ""} />
              <input type="hidden" name="formKey" value={newId()} />
              <CommentField
                label={labelOf(page, said, locale)}
                hint={translator(locale, "comments")(`circle.${page.circle}`)}
                errorPrefix={translator(locale, "errors")("prefix")}
                focused={!said}
                languageLabel={translator(locale, "comments")("language")}
                language={page.writes}
                languages={CONTENT_LANGUAGES}
              >
                <Submit>{postWords(page, locale)}</Submit>
              </CommentField>
            </Form>
          )}
          <p className="small">
            {!page.lost && t("rest")} <Link href={`/sign-in?to=${encodeURIComponent(page.path)}`}>{t("all")}</Link>
          </p>
        </div>
      </section>
    </>
  );
}

function labelOf(page: TalkPage, said: boolean, locale: Locale): string {
  const { answered, name } = page;
  const t = translator(locale, "comments");
  if (said) return translator(locale, "links.talk")("more");
  if (!answered?.author || answered.author.name === name) return t(page.answers ? "answering.write" : "write");
  return t("answerLabel", { name: answered.author.name });
}

function postWords({ root, answers }: TalkPage, locale: Locale): string {
  const t = translator(locale, "comments");
  if (answers) return t(root ? "answering.postReply" : "answering.post");
  return t(root ? "postAnswer" : "post");
}

function Conversation({ root, locale }: { root: ThreadComment; locale: Locale }) {
  const t = translator(locale, "links.talk");
  return (
    <ol className="thread">
      <li>
        <Heard comment={root} locale={locale} />
        {root.replies.length > 0 && (
          <ol className="thread">
            {root.replies.map((reply) => (
              <li key={reply.id}>
                <Heard comment={reply} locale={locale} />
                {reply.gapAfter && <p className="small muted">{t("gap")}</p>}
              </li>
            ))}
          </ol>
        )}
      </li>
    </ol>
  );
}
