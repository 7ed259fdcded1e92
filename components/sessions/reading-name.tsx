import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { cityName } from "@/lib/sessions/city-name";
import type { Reading } from "@/lib/sessions/types";

/** A write-up that may be read before, to choose: its city's plate, then its title. */
export function ReadingName({ reading, locale }: { reading: Reading; locale: Locale }) {
  const { city, language, title } = reading;
  return (
    <>
      <City city={{ ...city, name: cityName(city, locale) }} quiet />{" "}
      <span lang={language === locale ? undefined : language}>{title}</span>
    </>
  );
}
