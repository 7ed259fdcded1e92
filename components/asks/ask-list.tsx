import type { Ask } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { AskRow } from "./ask-row";

interface Props {
  items: Ask[];
  /** On the page of the city that is asked, whose name is said already. */
  withoutCity?: boolean;
  zone: string;
  locale: Locale;
}

export function AskList({ items, withoutCity, zone, locale }: Props) {
  return (
    <ul className="rows">
      {items.map((ask) => (
        <AskRow ask={ask} withoutCity={withoutCity} zone={zone} locale={locale} key={ask.id} />
      ))}
    </ul>
  );
}
