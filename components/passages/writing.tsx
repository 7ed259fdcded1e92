import "server-only";
import { talkWords } from "@/components/comments/talk-words";
import { handWords } from "@/components/ui/kept-html";
import type { ThreadPage } from "@/lib/comments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import type { OpenAt } from "@/lib/passages/types";
import type { WriteUpPage } from "@/lib/write-ups/types";
import { LazyField } from "./lazy-field";
import { Passages } from "./passages";

interface Props {
  writeUp: WriteUpPage;
  page: ThreadPage;
  locale: Locale;
}

function writing({ writeUp, page, locale }: Props) {
  return {
    writeUpId: writeUp.id,
    circle: translator(locale, "comments")(`circle.${page.circle}`),
    locale,
    language: page.language,
  };
}

/** What listens on the page for whoever wants to say something about a passage. The thread brings its words. */
export async function PassagesHere(props: Props) {
  return (
    <Passages {...writing(props)} words={await handWords(talkWords(props.locale))} read={props.writeUp.language} />
  );
}

/** The field that the page's address opens in the text. */
export function FieldHere({ opened, ...props }: Props & { opened: OpenAt }) {
  const { field } = opened;
  const { id, language } = props.writeUp;
  const { labels, desk } = talkWords(props.locale);
  return (
    <LazyField
      {...writing(props)}
      labels={labels}
      desk={desk}
      field={
        field.kind === "new"
          ? { kind: "new", passage: { ...field.anchor, ...(field.inside && { inside: true }) } }
          : field
      }
      formKey={newId()}
      href={`/write-ups/${id}?in=${language}`}
    />
  );
}
