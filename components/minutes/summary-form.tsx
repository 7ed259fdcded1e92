import Link from "next/link";
import { RichText } from "@/components/rich-text/rich-text";
import { richTextWords } from "@/components/rich-text/words";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { Kept } from "@/components/write-ups/editing/kept";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { save } from "@/lib/minutes/actions";
import { mayName } from "@/lib/minutes/told";
import { SUMMARY_MAX } from "@/lib/notes/limits";
import type { SessionView } from "@/lib/sessions/types";
import { Theirs } from "./theirs";

interface Props {
  session: SessionView;
  markdown: string;
  version: number;
  locale: Locale;
}

/** The summary as a text. What it was made from travels along, so that two who write at once lose nothing. */
export function SummaryForm({ session, markdown, version, locale }: Props) {
  const t = translator(locale, "minutes");
  const words = formWords(locale);
  return (
    <Form
      action={save}
      words={words}
      className="stack"
      before={
        <>
          <input type="hidden" name="id" value={session.id} />
          <Theirs
            labels={{
              title: t("theirs", { name: "{name}" }),
              somebody: t("somebody"),
              empty: t("theirsEmpty"),
              text: t("theirsText"),
            }}
            lang={session.language}
          />
        </>
      }
      after={
        <div className="actions">
          <Submit>{t("save")}</Submit>
          <Link href={`/sessions/${session.id}/minutes`}>{translator(locale, "ui")("cancel")}</Link>
        </div>
      }
    >
      <div>
        <Kept name="version" value={String(version)} />
        <Kept name="base" value={markdown} />
        <RichText
          name="markdown"
          label={t("field")}
          hint={t(mayName(session) ? "fieldHint" : "fieldHintNotNamed")}
          defaultValue={markdown}
          rows={12}
          lang={session.language}
          max={SUMMARY_MAX}
          words={richTextWords(locale, SUMMARY_MAX)}
          errorPrefix={words.prefix}
        />
      </div>
    </Form>
  );
}
