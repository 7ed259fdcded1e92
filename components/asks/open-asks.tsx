import type { Ask } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { AskList } from "./ask-list";

interface Props {
  id: string;
  title: string;
  items: Ask[];
  zone: string;
  locale: Locale;
}

/** Those that concern the reader, above the rest; nothing where there are none. */
export function OpenAsks({ id, title, items, zone, locale }: Props) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 className="over" id={id}>
        {title}
      </h2>
      <AskList items={items} zone={zone} locale={locale} />
    </section>
  );
}
