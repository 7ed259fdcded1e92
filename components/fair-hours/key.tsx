import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { MARKS, TONES } from "./tones";

/** What the tones of the strip mean. */
export function StripKey({ className = "", locale }: { className?: string; locale: Locale }) {
  const t = translator(locale, "fairHours.strip");
  return (
    <ul className={`key ${className}`.trim()}>
      {TONES.map((tone) => (
        <li key={tone}>
          <i className={tone}>{MARKS[tone]}</i>
          {t(tone)}
        </li>
      ))}
    </ul>
  );
}
