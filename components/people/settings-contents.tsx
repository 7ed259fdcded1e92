import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** What stands on the page of settings, as links. */
export function SettingsContents({ parts, locale }: { parts: { id: string; title: string }[]; locale: Locale }) {
  const title = translator(locale, "settings")("onThisPage");
  return (
    <nav className="hung contents" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
