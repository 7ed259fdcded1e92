import { Form } from "@/components/ui/form";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { markAllSeen } from "@/lib/inbox/actions";

export function MarkAll({ locale }: { locale: Locale }) {
  const t = translator(locale, "errors");
  return (
    <Form action={markAllSeen} words={{ problem: t("problem"), prefix: t("prefix") }} className="under">
      <Submit quiet>{translator(locale, "inbox")("markAll")}</Submit>
    </Form>
  );
}
