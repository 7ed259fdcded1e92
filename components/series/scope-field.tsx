import { Choices } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { SCOPES } from "@/lib/series/limits";

interface Props {
  /** What is done: the words of the choices follow from it. */
  verb: "edit" | "move" | "cancel";
  locale: Locale;
}

/** Which sessions of a series are meant. */
export function ScopeField({ verb, locale }: Props) {
  const t = translator(locale, "series.scope");
  return (
    <Choices
      name="scope"
      label={t(`label.${verb}`)}
      hint={t(`hint.${verb}`)}
      defaultValue={["one"]}
      options={SCOPES.map((value) => ({ value, label: t(value) }))}
      errorPrefix={translator(locale, "errors")("prefix")}
    />
  );
}
