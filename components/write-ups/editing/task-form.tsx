import Link from "next/link";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { Keeper } from "@/components/working-copies/keeper";
import { clashLabels, keeperLabels } from "@/components/working-copies/labels";
import type { ActionResult } from "@/lib/action/action";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { CRISIS_TYPE_LIST } from "@/lib/write-ups/vocabulary";
import { crisisName } from "../crisis-name";
import { Kept } from "./kept";
import type { TaskProps } from "./task-props";
import { Clashes, Theirs } from "./theirs";

interface Props extends TaskProps {
  action: (state: ActionResult | null, form: FormData) => Promise<ActionResult>;
  /** Whether rows can be added. */
  rows?: boolean;
  children: React.ReactNode;
}

/** One task: its fields, Continue, and the way back. What is typed is kept until Continue puts it into the write-up. */
export function TaskForm({ action, writeUp, seen, base, person, crises, rows, locale, children }: Props) {
  const t = translator(locale, "writing.tasks");
  const { id, language } = writeUp;
  return (
    <Form
      action={action}
      words={formWords(locale)}
      before={
        <Keeper writeUp={id} language={language} person={person} labels={keeperLabels(locale)} place="saved-where" />
      }
      after={<div id="saved-where" className="under" />}
    >
      <Kept name="id" value={id} />
      <Kept name="version" value={String(writeUp.version)} />
      <Kept name="seen" value={seen} />
      <Kept name="base" value={base} />
      <Clashes
        labels={{ ...clashLabels(locale), crises: crisisLabels(crises, locale) }}
        lang={language}
        locale={locale}
      />
      {/* Beside rows there may be a section of text; a task that is one section says it there. */}
      {rows && (
        <Theirs keeps labels={{ title: t("theirs"), empty: t("theirsEmpty"), text: t("theirsText") }} lang={language} />
      )}
      {children}
      <div className="stack">
        <p className="actions">
          <Submit big>{translator(locale, "ui")("continue")}</Submit>
          {rows && (
            <Submit quiet name="more" value="yes">
              {t("another")}
            </Submit>
          )}
          <Link href={`/write-ups/${id}/edit`}>{t("back")}</Link>
        </p>
        {rows && <p className="hint">{t("remove")}</p>}
      </div>
    </Form>
  );
}

/** What can be chosen as a crisis, by its value in the form; nothing where none is offered. */
function crisisLabels(crises: Props["crises"], locale: Locale): Record<string, string> {
  if (crises.length === 0) return {};
  const kinds = CRISIS_TYPE_LIST.map((type) => [`new:${type}`, crisisName({ id: "", type }, locale)]);
  return Object.fromEntries([...crises.map((one) => [one.id, crisisName(one, locale)]), ...kinds]);
}
