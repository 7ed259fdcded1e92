import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { confirm } from "@/lib/write-ups/actions";

/** For the city's own people: one button says that what is written is still right. */
export function Confirm({ id, locale }: { id: string; locale: Locale }) {
  return (
    <Form action={confirm} words={formWords(locale)}>
      <input type="hidden" name="id" value={id} />
      <Submit quiet>{translator(locale, "reading")("confirmNow")}</Submit>
    </Form>
  );
}
