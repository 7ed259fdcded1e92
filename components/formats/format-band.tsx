import Link from "next/link";
import type { Format } from "@/lib/formats/format-list";
import { FORMAT_NOTES } from "@/lib/formats/format-notes";
import { agendaOf } from "@/lib/formats/formats";
import type { OwnFormat } from "@/lib/formats/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { ArchiveForm } from "./archive-form";
import { FormatAgenda } from "./format-agenda";

interface Props {
  mayMake: boolean;
  locale: Locale;
}

/** One of the thirteen: what it is for, its agenda, what to do before and after, and where it comes from. */
export function FormatBand({ format, mayMake, locale }: Props & { format: Format }) {
  const t = translator(locale, "formats");
  const notes = FORMAT_NOTES[format.id];
  const steps = agendaOf(format, format.minutes, locale, null);
  return (
    <section className="band" aria-labelledby={format.id}>
      <div className="hung">
        <h2 id={format.id}>{format.name[locale]}</h2>
        <p>
          {t("length", { minutes: format.minutes })}
          {notes && `, ${t("size", { from: notes.size[0], to: notes.size[1] })}`}
        </p>
        {mayMake && (
          <p>
            <Link className="act" href={`/formats/new?from=${format.id}`}>
              {t("makeFrom")}
              <span className="vh"> {format.name[locale]}</span>
            </Link>
          </p>
        )}
      </div>
      <div className="text stack">
        {notes && <p className="lead">{notes.purpose[locale]}</p>}
        <details className="wide-open">
          <summary>{t("agenda", { steps: steps.length })}</summary>
          <FormatAgenda steps={steps} language={locale} locale={locale} />
        </details>
      </div>
      {notes && (
        <div className="aside stack small">
          <Things title={t("before")} things={notes.before} locale={locale} />
          <Things title={t("after")} things={notes.after} locale={locale} />
          <p className="muted">{t("basis", { basis: notes.basis[locale] })}</p>
        </div>
      )}
    </section>
  );
}

function Things({
  title,
  things,
  locale,
}: {
  title: string;
  things: readonly Record<Locale, string>[];
  locale: Locale;
}) {
  if (things.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="points">
        {things.map((thing) => (
          <li key={thing.en}>{thing[locale]}</li>
        ))}
      </ul>
    </div>
  );
}

/** A format that the cohort's facilitators keep. */
export function OwnFormatBand({ format, mayMake, locale }: Props & { format: OwnFormat }) {
  const t = translator(locale, "formats");
  return (
    <section className="band" aria-labelledby={format.id}>
      <div className="hung">
        <h2 id={format.id} lang={format.language === locale ? undefined : format.language}>
          {format.name}
        </h2>
        <p>
          {t("length", { minutes: format.minutes })}. {t("own")}
        </p>
        {mayMake && (
          <>
            <p className="actions">
              <Link href={`/formats/${format.id}/edit`}>
                {t("edit")}
                <span className="vh"> {format.name}</span>
              </Link>
              <Link href={`/formats/new?from=${format.id}`}>
                {t("makeFrom")}
                <span className="vh"> {format.name}</span>
              </Link>
            </p>
            <details>
              <summary>{t("archive")}</summary>
              <ArchiveForm id={format.id} name={format.name} locale={locale} />
            </details>
          </>
        )}
      </div>
      <div className="text">
        <details className="wide-open">
          <summary>{t("agenda", { steps: format.steps.length })}</summary>
          <FormatAgenda steps={format.steps} language={format.language} locale={locale} />
        </details>
      </div>
    </section>
  );
}
