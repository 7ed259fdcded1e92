import { Linked } from "@/components/ui/linked";
import type { CommitmentView } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatDateTime } from "@/lib/time/format";

interface Props {
  commitment: CommitmentView;
  zone: string;
  locale: Locale;
}

/** What became of it, from the first word on. */
export function History({ commitment, zone, locale }: Props) {
  const t = translator(locale, "commitments");
  const { createdAt, createdBy, steps } = commitment;
  const line = (at: Date, name: string, words: string) => (
    <p className="small muted">
      <time dateTime={at.toISOString()}>{formatDateTime(at, zone, locale)}</time>, {name}: {words}
    </p>
  );
  return (
    <ol className="stack">
      <li>{line(createdAt, createdBy, t("wasMade"))}</li>
      {steps.map(({ id, at, by, status, body, language }) => (
        <li key={id}>
          {line(at, by, t(`status.${status}`))}
          {body && (
            <div lang={language === locale ? undefined : language}>
              <Linked text={body} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
