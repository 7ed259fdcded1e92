import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { takeBack } from "@/lib/write-ups/actions";
import type { Requested } from "@/lib/write-ups/limits";

/** Takes back what waits for the lead. */
export function TakeBack({ id, target, locale }: { id: string; target: Requested; locale: Locale }) {
  return (
    <Form action={takeBack} words={formWords(locale)}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="target" value={target} />
      <p className="actions">
        <Submit quiet>{translator(locale, "sharing")("takeBack")}</Submit>
      </p>
    </Form>
  );
}
