import Link from "next/link";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { unsettle } from "@/lib/asks/actions";
import type { AskView } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatDateTime } from "@/lib/time/format";
import { SaidBlock } from "./said-block";

/** The comment that answers it, above all that was said. */
export function AnswerBand({ ask, zone, locale }: { ask: AskView; zone: string; locale: Locale }) {
  const t = translator(locale, "asks.page");
  const { id, answer, abilities } = ask;
  if (!answer) return null;
  return (
    <section className="band" aria-labelledby="answer">
      <h2 className="hung" id="answer">
        {t("answer")}
      </h2>
      <div className="text stack">
        <SaidBlock said={answer} when={formatDateTime(answer.at, zone, locale)} locale={locale} />
        <div className="acts">
          <Link className="act" href={`/asks/${id}?comment=${answer.id}#comment-${answer.id}`} prefetch={false}>
            {t("inTalk")}
          </Link>
          {abilities.settle && (
            <Form action={unsettle} words={formWords(locale)}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="seen" value={answer.id} />
              <button className="link">{t("notYet")}</button>
            </Form>
          )}
        </div>
      </div>
    </section>
  );
}
