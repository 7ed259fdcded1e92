import "server-only";
import { threadLabels } from "@/components/comments/labels";
import type { ThreadPage } from "@/lib/comments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import type { OpenAt } from "@/lib/passages/types";
import type { WriteUpPage } from "@/lib/write-ups/types";
import { deskLabels } from "./labels";
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
    labels: threadLabels(locale),
    desk: deskLabels(locale),
    circle: translator(locale, "comments")(`circle.${page.circle}`),
    locale,
    language: page.language,
  };
}

/** What listens on the page for whoever wants to say something about a passage. */
export function PassagesHere(props: Props) {
  return <Passages {...writing(props)} read={props.writeUp.language} />;
}

/** The field that the page's address opens in the text. */
export function FieldHere({ opened, ...props }: Props & { opened: OpenAt }) {
  const { field } = opened;
  const { id, language } = props.writeUp;
  return (
    <LazyField
      {...writing(props)}
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
