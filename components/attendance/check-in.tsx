import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { check } from "@/lib/attendance/actions";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

interface Props {
  sessionId: string;
  here: boolean;
  over: boolean;
  locale: Locale;
}

/** "I am here": one button, and the way back. */
export function CheckIn({ sessionId, here, over, locale }: Props) {
  const t = translator(locale, "attendance");
  return (
    <section aria-labelledby="check-in" className="stack">
      <h2 id="check-in">{here ? t(over ? "wasHere" : "here") : t(over ? "askOver" : "ask")}</h2>
      <Form action={check} words={formWords(locale)} className="stack">
        <div className="actions">
          <input type="hidden" name="id" value={sessionId} />
          <Submit quiet={here} name="here" value={here ? "no" : "yes"}>
            {here ? t(over ? "notThere" : "notHere") : t(over ? "wasThere" : "imHere")}
          </Submit>
          <span className="small muted">{t("note")}</span>
        </div>
      </Form>
    </section>
  );
}
