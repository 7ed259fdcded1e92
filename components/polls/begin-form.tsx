import Link from "next/link";
import { Choices, Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { begin } from "@/lib/polls/actions";
import type { NewPoll } from "@/lib/polls/propose";
import { cityName, zoneName } from "@/lib/sessions/city-name";
import { formatDay, formatPartialDate } from "@/lib/time/format";
import { TypedTimes } from "./typed-times";

interface Props {
  poll: NewPoll;
  locale: Locale;
}

/** Fair hours to tick, other times to type, and until when people vote. */
export function BeginForm({ poll: { session, proposed, people }, locale }: Props) {
  const t = translator(locale, "polls");
  const errorPrefix = translator(locale, "errors")("prefix");
  const zone = session.readerZone;
  const place = session.readerCity ? cityName(session.readerCity, locale) : zoneName(zone);
  const example = formatPartialDate("2026-11-24", locale);
  return (
    <Form action={begin} words={formWords(locale)}>
      <input type="hidden" name="id" value={session.id} />
      {proposed.length === 0 ? (
        <p id="field-slots">{t("noSlots")}</p>
      ) : (
        <Choices
          name="slots[]"
          multiple
          label={t("slots")}
          hint={t("slotsHint")}
          options={proposed.map(({ value, startsAt, clock, total }) => ({
            value,
            label: `${formatDay(startsAt, zone, locale)}, ${clock}`,
            hint: t("slotHint", { total: total / 4 }),
          }))}
          defaultValue={proposed.filter(({ ticked }) => ticked).map(({ value }) => value)}
          errorPrefix={errorPrefix}
        />
      )}
      <TypedTimes place={place} locale={locale} />
      <Field
        name="until"
        label={t("untilField")}
        hint={t("untilHint", { example })}
        errorPrefix={errorPrefix}
        autoComplete="off"
        short
      />
      <p>{t("askNote", { people })}</p>
      <p className="actions">
        <Submit big>{t("askSend")}</Submit>
        <Link href={`/sessions/${session.id}`}>{t("back")}</Link>
      </p>
    </Form>
  );
}
