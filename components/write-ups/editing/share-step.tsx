import Link from "next/link";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { noteLabels } from "@/components/working-copies/labels";
import { StartKeeper } from "@/components/working-copies/start-keeper";
import type { ActionResult } from "@/lib/action/action";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { SharedWriteUp } from "@/lib/write-ups/sharing";

interface Props {
  id: string;
  title: string;
  action: (state: ActionResult | null, form: FormData) => Promise<ActionResult>;
  /** Hidden fields. */
  values: { id: string } & Record<string, string | number>;
  submit: string;
  quiet?: boolean;
  /** What one should know before; it stands above the button. */
  children: React.ReactNode;
  /** A field for a note, under what one should know; what is typed there is kept on the device of `person` until it is sent. */
  note?: { field: React.ReactNode; person: string };
  locale: Locale;
}

/** One change of who reads it: what follows from it first, then its button. */
export function ShareStep({ id, title, action, values, submit, quiet, children, note, locale }: Props) {
  const place = `saved-${id}`;
  return (
    <section className="stack" aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{title}</h2>
      {children}
      <Form
        action={action}
        words={formWords(locale)}
        className="stack"
        before={
          note && (
            <StartKeeper kind={`${id} ${values.id}`} person={note.person} labels={noteLabels(locale)} place={place} />
          )
        }
        after={note && <div id={place} className="under" />}
      >
        {Object.entries(values).map(([name, value]) => (
          <input type="hidden" key={name} name={name} value={value} />
        ))}
        {note?.field}
        <p className="actions">
          <Submit quiet={quiet}>{submit}</Submit>
        </p>
      </Form>
    </section>
  );
}

/** Who will read it, by number and by name, before it happens. */
export function WhoReads({
  writeUp,
  audience,
  locale,
}: {
  writeUp: SharedWriteUp;
  audience: "city" | "cohort" | "public";
  locale: Locale;
}) {
  const t = translator(locale, "sharing");
  const { city, cohort, cities } = writeUp.readers;
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(cities);
  const behind = (writeUp.draft?.document.sections ?? [])
    .filter((section) => section.markdown !== "" && RANK[section.audience] < RANK[audience])
    .map(({ key }) => translator(locale, "reading.sections")(key));
  return (
    <>
      <p>
        <b>{t("whoReads")}</b>
        <br />
        {audience === "city"
          ? t("peopleCity", { people: city, city: writeUp.city.name })
          : audience === "cohort"
            ? t("people", { people: cohort, cities: cities.length, names })
            : t("peopleAll")}
      </p>
      {audience !== "public" && <p className="hint">{t("counted")}</p>}
      {behind.length > 0 && <p className="note plain">{t("staysBehind", { sections: behind.join(", ") })}</p>}
    </>
  );
}

const RANK = { city: 0, cohort: 1, public: 2 };

/** A case needs its timeline before other cities can compare it. */
export function TimelineFirst({ id, min, count, locale }: { id: string; min: number; count: number; locale: Locale }) {
  const t = translator(locale, "sharing");
  return (
    <section className="stack" aria-labelledby="h-timeline-first">
      <h2 id="h-timeline-first">{t("toCohort.title")}</h2>
      <p className="note">{t("timelineFirst", { min, count })}</p>
      <p className="actions">
        <Link className="button" href={`/write-ups/${id}/edit/timeline`}>
          {t("timelineGo")}
        </Link>
      </p>
    </section>
  );
}
