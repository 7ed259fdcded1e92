import Link from "next/link";
import { Form } from "@/components/ui/form";
import { Submit } from "@/components/ui/submit";
import type { ActionResult } from "@/lib/action/action";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { Kept } from "./kept";
import type { TaskProps } from "./task-props";

interface Props extends TaskProps {
  action: (state: ActionResult | null, form: FormData) => Promise<ActionResult>;
  /** Whether rows can be added. */
  rows?: boolean;
  children: React.ReactNode;
}

/** One task: its fields, Continue, and the way back. */
export function TaskForm({ action, writeUp, seen, rows, locale, children }: Props) {
  const t = translator(locale, "writing.tasks");
  return (
    <Form action={action} words={formWords(locale)}>
      <Kept name="id" value={writeUp.id} />
      <Kept name="version" value={String(writeUp.version)} />
      <Kept name="seen" value={seen} />
      {children}
      <div className="stack">
        <p className="actions">
          <Submit big>{translator(locale, "ui")("continue")}</Submit>
          {rows && (
            <Submit quiet name="more" value="yes">
              {t("another")}
            </Submit>
          )}
          <Link href={`/write-ups/${writeUp.id}/edit`}>{t("back")}</Link>
        </p>
        {rows && <p className="hint">{t("remove")}</p>}
      </div>
    </Form>
  );
}

export function formWords(locale: Locale) {
  const t = translator(locale, "errors");
  return { problem: t("problem"), prefix: t("prefix") };
}
