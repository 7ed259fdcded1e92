import { City } from "@/components/ui/plate";
import type { SaidToAsk } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { cityName } from "@/lib/sessions/city-name";
import { other } from "./words";

interface Props {
  said: Pick<SaidToAsk, "author" | "city" | "html" | "language">;
  when: string;
  locale: Locale;
}

/** What somebody said, away from its conversation. */
export function SaidBlock({ said: { author, city, html, language }, when, locale }: Props) {
  return (
    <div className="comment">
      <p className="kicker">
        {city && <City city={{ ...city, name: cityName(city, locale) }} />}
        <span dir="auto">{author}</span>
        <span>{when}</span>
      </p>
      <div
        className="prose"
        lang={other(language, locale)}
        dir="auto"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and made safe when it was written
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </div>
  );
}
