import Link from "next/link";
import { ScopeField } from "@/components/series/scope-field";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { reschedule } from "@/lib/sessions/actions";
import type { SessionView } from "@/lib/sessions/types";
import { WhenFields } from "./when-fields";

export function MoveForm({ session, locale }: { session: SessionView; locale: Locale }) {
  const t = translator(locale, "sessions");
  const errors = translator(locale, "errors");
  const [date, time] = session.wallStart.split("T");
  return (
    <Form action={reschedule} words={formWords(locale)}>
      <input type="hidden" name="id" value={session.id} />
      <input type="hidden" name="sequence" value={session.sequence} />
      <WhenFields cities={session.cities} zone={session.zone} date={date} time={time} locale={locale} />
      <Field
        name="minutes"
        label={t("field.newMinutes")}
        defaultValue={String(session.minutes)}
        inputMode="numeric"
        short
        errorPrefix={errors("prefix")}
      />
      {session.series && !session.series.rotates && <ScopeField verb="move" locale={locale} />}
      <p className="actions">
        <Submit>{t("moveSend")}</Submit>
        <Link href={`/sessions/${session.id}`}>{t("keep")}</Link>
      </p>
    </Form>
  );
}
