import { Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { handTo } from "@/lib/running/actions";
import type { RunSheet } from "@/lib/running/types";
import { cityName } from "@/lib/sessions/city-name";
import type { SessionView } from "@/lib/sessions/types";

interface Props {
  session: SessionView;
  sheet: RunSheet;
  locale: Locale;
}

/** Who runs it and who takes notes, and to whom that can be handed. */
export function Crew({ session, sheet, locale }: Props) {
  const t = translator(locale, "running");
  const nameOf = (id: string | null) => sheet.crew.find((one) => one.id === id)?.name;
  return (
    <section className="right stack" aria-labelledby="crew">
      <h2 id="crew">{t("who")}</h2>
      <dl className="stack tight">
        <div>
          <dt className="small muted">{t("runs")}</dt>
          <dd>
            <b>{nameOf(session.runnerId) ?? t("facilitators")}</b>
          </dd>
        </div>
        <div>
          <dt className="small muted">{t("takesNotes")}</dt>
          <dd>
            <b>{nameOf(session.noteTakerId) ?? t("nobody")}</b>
          </dd>
        </div>
      </dl>
      <Hand task="run" now={session.runnerId} {...{ session, sheet, locale }} />
      <Hand task="notes" now={session.noteTakerId} {...{ session, sheet, locale }} />
    </section>
  );
}

function Hand({ task, now, session, sheet, locale }: Props & { task: "run" | "notes"; now: string | null }) {
  const t = translator(locale, "running");
  const words = formWords(locale);
  const label = t(task === "run" ? "handTo" : "noteTaker");
  return (
    // Closed again, with fields of its own, as soon as somebody has the task.
    <details key={now}>
      <summary>{label}</summary>
      <Form
        action={handTo}
        words={words}
        className="stack"
        before={
          <>
            <input type="hidden" name="id" value={session.id} />
            <input type="hidden" name="task" value={task} />
            <input type="hidden" name="was" value={now ?? ""} />
          </>
        }
        after={<Submit quiet>{t(task === "run" ? "handSend" : "nameSend")}</Submit>}
      >
        <Select
          name="person"
          label={label}
          hint={task === "run" ? t("handHint") : undefined}
          defaultValue={now ?? ""}
          options={[
            { value: "", label: t(task === "run" ? "facilitators" : "nobody") },
            ...sheet.crew.map(({ id, name, city }) => ({
              value: id,
              label: city ? t("person", { name, city: cityName(city, locale) }) : name,
            })),
          ]}
          errorPrefix={words.prefix}
        />
      </Form>
    </details>
  );
}
