import { leadWords } from "@/lib/formats/lead-words";
import type { FormatStep } from "@/lib/formats/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

interface Props {
  steps: readonly FormatStep[];
  language: string;
  locale: Locale;
}

/** The steps of a format, each with the time since the start. */
export function FormatAgenda({ steps, language, locale }: Props) {
  const t = translator(locale, "formats");
  const outputs = translator(locale, "agenda.output");
  let passed = 0;
  return (
    <ol className="agenda">
      {steps.map((step, index) => {
        const at = offset(passed);
        passed += step.minutes;
        const about = [leadWords(step.lead, null, locale), step.output && outputs(step.output)]
          .filter(Boolean)
          .join(" · ");
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps of a format have no ids, and their order is what they are
          <li key={index}>
            <span className="offset">{at}</span>
            <div>
              <h3 lang={language === locale ? undefined : language}>{step.title}</h3>
              <p className="small muted">
                {t("minutes", { minutes: step.minutes })}
                {about && ` · ${about}`}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** "0:05" after five minutes. */
export function offset(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
