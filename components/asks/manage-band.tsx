import Link from "next/link";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { reopen } from "@/lib/asks/actions";
import type { AskView } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { casePath } from "@/lib/moderation/paths";
import { ChangeForm } from "./change-form";
import { CloseForm } from "./close-form";

interface Props {
  ask: AskView;
  /** Which form the address says stands open: "change" or "close". */
  open: unknown;
  formKey: string;
  locale: Locale;
}

/** For the asker and those who facilitate: clearer words, an end without an answer, and back. For others: a report. */
export function ManageBand({ ask, open, formKey, locale }: Props) {
  const t = translator(locale, "asks.page");
  const { id, state, abilities } = ask;
  const form =
    open === "change" && abilities.change ? (
      <ChangeForm ask={ask} locale={locale} />
    ) : open === "close" && abilities.close && state !== "closed" ? (
      <CloseForm askId={id} formKey={formKey} locale={locale} />
    ) : null;
  return (
    <section className="band light no-print" aria-labelledby="manage">
      <header className="hung">
        <h2 id="manage">{t("manage")}</h2>
        {abilities.change && <p>{t("manageOwn")}</p>}
      </header>
      <div className="text">
        {form ?? (
          <div className="acts">
            {abilities.close && state === "closed" && (
              <Form action={reopen} words={formWords(locale)}>
                <input type="hidden" name="id" value={id} />
                <button className="link">{t("reopen")}</button>
              </Form>
            )}
            {abilities.change && (
              <Link className="act" href="?open=change#manage" prefetch={false}>
                {t("change")}
              </Link>
            )}
            {abilities.close && state !== "closed" && (
              <Link className="act" href="?open=close#manage" prefetch={false}>
                {t("close")}
              </Link>
            )}
            {abilities.report && (
              <Link className="act" href={casePath("new", { kind: "ask", id })} prefetch={false}>
                {t("report")}
              </Link>
            )}
            {abilities.hide && (
              <Link className="act" href={casePath("hide", { kind: "ask", id })} prefetch={false}>
                {t("hide")}
              </Link>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
