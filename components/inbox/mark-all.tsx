import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { markAllSeen } from "@/lib/inbox/actions";

export function MarkAll({ locale }: { locale: Locale }) {
  return (
    <Form action={markAllSeen} words={formWords(locale)} className="under">
      <Submit quiet>{translator(locale, "inbox")("markAll")}</Submit>
    </Form>
  );
}
