import { Select } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { OfferedCrisis } from "@/lib/write-ups/crises";
import { CRISIS_TYPE_LIST } from "@/lib/write-ups/vocabulary";
import { crisisName } from "../crisis-name";

interface Props {
  crises: OfferedCrisis[];
  /** Without it nothing is chosen at first: what nobody chose would be compared with the wrong crisis. */
  chosen?: string;
  locale: Locale;
}

/** The crises that cities share, then a new one of each kind: one field for both. */
export function CrisisSelect({ crises, chosen, locale }: Props) {
  const t = translator(locale, "writing.field");
  const types = translator(locale, "vocabulary.crisisType");
  const known = crises.map(({ id, type, city }) => {
    const name = crisisName({ id, type }, locale);
    return { value: id, label: city ? t("crisisOf", { type: name, city }) : name };
  });
  const others = CRISIS_TYPE_LIST.map((type) => ({
    value: `new:${type}`,
    label: t("crisisNew", { type: types(type) }),
  }));
  return (
    <Select
      name="crisis"
      label={t("crisis")}
      hint={t("crisisHint")}
      defaultValue={chosen}
      options={[...(chosen ? [] : [{ value: "", label: t("crisisChoose") }]), ...known, ...others]}
      errorPrefix={formWords(locale).prefix}
    />
  );
}
