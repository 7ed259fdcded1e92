import { Field, Select } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { SchedulePlace, SessionToEdit } from "@/lib/sessions/types";
import { formatPartialDate } from "@/lib/time/format";

interface Props {
  session: SessionToEdit;
  members: SchedulePlace["members"];
  locale: Locale;
}

/** How many seats there are, until when one is held for each city, and who takes the notes. */
export function EditSeats({ session, members, locale }: Props) {
  const f = translator(locale, "sessions.field");
  const n = translator(locale, "newSession.field");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = translator(locale, "errors")("prefix");
  return (
    <>
      <Field
        name="capacity"
        label={f("capacity")}
        hint={f("capacityHint")}
        optional={optional}
        defaultValue={session.capacity === null ? "" : String(session.capacity)}
        inputMode="numeric"
        short
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
      <Field
        name="heldUntil"
        label={n("heldUntil")}
        hint={n("heldUntilHint", { example: formatPartialDate("2026-11-24", locale) })}
        optional={optional}
        defaultValue={session.heldOn ? formatPartialDate(session.heldOn, locale) : ""}
        short
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
      <Select
        name="noteTaker"
        label={n("noteTaker")}
        options={[
          { value: "", label: n("nobody") },
          ...members.map(({ id, name, code }) => ({
            value: id,
            label: code ? n("memberOption", { name, code }) : name,
          })),
        ]}
        defaultValue={session.noteTakerId ?? ""}
        errorPrefix={errorPrefix}
      />
    </>
  );
}
