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
import { ShowHours } from "./show-hours";
import { WhenFields } from "./when-fields";

interface Props {
  session: SessionView;
  /** What stands in the fields at first. */
  typed: { date: string; time: string; zone: string; minutes: string };
  /** What that hour means to each city. */
  hours: React.ReactNode;
  locale: Locale;
}

export function MoveForm({ session, typed, hours, locale }: Props) {
  const t = translator(locale, "sessions");
  const errors = translator(locale, "errors");
  return (
    <Form action={reschedule} words={formWords(locale)}>
      <input type="hidden" name="id" value={session.id} />
      <input type="hidden" name="sequence" value={session.sequence} />
      <WhenFields cities={session.cities} zone={typed.zone} date={typed.date} time={typed.time} locale={locale} />
      <Field
        name="minutes"
        label={t("field.newMinutes")}
        defaultValue={typed.minutes}
        inputMode="numeric"
        short
        errorPrefix={errors("prefix")}
      />
      <p>
        <ShowHours picked="">{t("moveShow")}</ShowHours>
      </p>
      {hours}
      {session.series && !session.series.rotates && <ScopeField verb="move" locale={locale} />}
      <p className="actions">
        <Submit>{t("moveSend")}</Submit>
        <Link href={`/sessions/${session.id}`}>{t("keep")}</Link>
      </p>
    </Form>
  );
}
