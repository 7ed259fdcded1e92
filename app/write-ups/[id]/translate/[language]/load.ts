import { cache } from "react";
import { getLocale, requireActor } from "@/lib/auth/current";
import { isContentLanguage } from "@/lib/i18n/locales";
import { getTranslations, translationInto } from "@/lib/translations/queries";

/** The write-up and one language of it, for the pages below and their titles; null when there is no such page for the reader. */
export const load = cache(async (id: string, language: string) => {
  const path = `/write-ups/${encodeURIComponent(id)}/translate/${encodeURIComponent(language)}`;
  const [actor, locale] = await Promise.all([requireActor(path), getLocale()]);
  const writeUp = await getTranslations(actor, id, locale);
  if (!writeUp || !isContentLanguage(language) || language === writeUp.language) return null;
  return { writeUp, translation: translationInto(writeUp, language), person: actor.personId, locale };
});
