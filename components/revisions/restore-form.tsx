import Link from "next/link";
import { Form } from "@/components/ui/form";
import { Submit } from "@/components/ui/submit";
import { Check } from "@/components/write-ups/editing/check";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { restore } from "@/lib/revisions/actions";

/** Brings a revision back, once the person says that they have seen what changes. */
export function RestoreForm({
  id,
  number,
  seen,
  locale,
}: {
  id: string;
  number: number;
  seen: number;
  locale: Locale;
}) {
  const t = translator(locale, "revisions");
  const errors = translator(locale, "errors");
  const prefix = errors("prefix");
  return (
    <Form action={restore} words={{ problem: errors("problem"), prefix }}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="seen" value={seen} />
      <Check name="sure" label={t("restore.sure")} checked={false} errorPrefix={prefix} />
      <p className="actions">
        <Submit>{t("restore.do")}</Submit>
        <Link href={`/write-ups/${id}/revisions`}>{t("all")}</Link>
      </p>
    </Form>
  );
}
