import Link from "next/link";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { Kept } from "@/components/write-ups/editing/kept";
import { Theirs } from "@/components/write-ups/editing/theirs";
import { changeAgenda } from "@/lib/agenda/actions";
import type { EditedAgenda } from "@/lib/agenda/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { StepRows } from "./step-rows";
import { Sum } from "./sum";

interface Props {
  agenda: EditedAgenda;
  /** The place of a row that was just moved without JavaScript, from 0. */
  moved?: number;
  locale: Locale;
}

/** The steps of a session, what they take in all, and the two ways out when that is not its length. */
export function AgendaForm({ agenda, moved, locale }: Props) {
  const t = translator(locale, "agenda");
  const { id, steps, minutes, language } = agenda;
  const sum = steps.reduce((all, step) => all + step.minutes, 0);
  return (
    <Form action={changeAgenda} words={formWords(locale)}>
      <Kept name="id" value={id} />
      <Kept name="seen" value={agenda.seen} />
      <Theirs labels={{ title: t("theirs"), empty: t("theirsEmpty"), text: t("theirsText") }} lang={language} />
      <StepRows
        steps={steps}
        empty={steps.length === 0 ? 3 : 1}
        moved={moved}
        readings={agenda.readings}
        language={language}
        host={agenda.host && cityName(agenda.host, locale)}
        locale={locale}
      />
      <Sum
        sum={sum}
        minutes={minutes}
        start={agenda.startMinute}
        errorPrefix={formWords(locale).prefix}
        labels={{ all: t.raw("sum.all"), short: t.raw("sum.short"), long: t.raw("sum.long") }}
      >
        <p className="small">{t(agenda.announced ? "mustFit" : "mayDiffer")}</p>
        <p className="actions">
          <Submit quiet name="fit" value="yes">
            {t("fit", { minutes })}
          </Submit>
          <Link href={`/sessions/${id}/move`}>{t("changeLength")}</Link>
        </p>
      </Sum>
      <p className="actions">
        <Submit big>{t("save")}</Submit>
        <Submit quiet name="more" value="yes">
          {t("saveMore")}
        </Submit>
        <Link href={`/sessions/${id}#agenda`}>{t("keep")}</Link>
      </p>
    </Form>
  );
}
