import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Translation } from "@/lib/translations/types";

/** How many parts are done, how far it is behind, whose it is. */
export function Progress({ translation, locale }: { translation: Translation; locale: Locale }) {
  const t = translator(locale, "translations");
  const { parts, translator: name, machine } = translation;
  const done = parts.filter(({ state }) => state === "done").length;
  const behind = parts.filter(({ state }) => state === "behind").length;
  return (
    <>
      {t("parts", { done, all: parts.length })}
      {name && <small>{t("by", { name })}</small>}
      <small>
        {t("behind", { behind })}
        {machine && ` ${t("word.machine", { service: machine })}`}
      </small>
    </>
  );
}
