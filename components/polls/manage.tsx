import { Done } from "@/components/people/done";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { extend, remind } from "@/lib/polls/actions";
import { REMINDER_HOURS } from "@/lib/polls/limits";
import { lastMinute } from "@/lib/polls/option-words";
import type { PollView } from "@/lib/polls/types";
import { formatPartialDate } from "@/lib/time/format";
import { dateIn } from "@/lib/time/wall";

interface Props {
  poll: PollView;
  /** What was just done. */
  done: "extended" | "reminded" | null;
  locale: Locale;
}

/** What a facilitator does about a vote besides deciding it. */
export function ManagePoll({ poll, done, locale }: Props) {
  const t = translator(locale, "polls");
  const waited = poll.asked - poll.voted;
  const day = formatPartialDate(dateIn(lastMinute(poll.closesAt), poll.readerZone), locale);
  const remindedAnyway = poll.closesAt.getTime() - poll.now.getTime() > REMINDER_HOURS[0] * 3_600_000;
  const id = <input type="hidden" name="id" value={poll.sessionId} />;
  return (
    <section className="band" id="manage" aria-labelledby="manage-title">
      <h2 className="hung" id="manage-title">
        {t("manage")}
      </h2>
      <div className="text stack loose">
        {done && <Done>{t(done === "extended" ? "extended" : "remindedDone")}</Done>}
        <Form action={extend} words={formWords(locale)} before={id}>
          <Field
            name="until"
            label={t("untilField")}
            hint={t("extendHint", { day })}
            errorPrefix={translator(locale, "errors")("prefix")}
            autoComplete="off"
            short
          />
          <p className="actions">
            <Submit quiet>{t("extendSend")}</Submit>
          </p>
        </Form>
        {!poll.closed && waited > 0 && (
          <Form action={remind} words={formWords(locale)} before={id}>
            <p>
              {t("remindText", { count: waited })} {remindedAnyway && t("remindAnyway")}
            </p>
            <p className="actions">
              <Submit quiet>{t("remind")}</Submit>
            </p>
          </Form>
        )}
      </div>
    </section>
  );
}
