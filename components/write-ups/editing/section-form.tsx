import { Choices } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import { translator } from "@/lib/i18n/translator";
import { editSection } from "@/lib/write-ups/actions";
import { SECTION_AUDIENCES, type SectionKey } from "@/lib/write-ups/document";
import { allSections } from "@/lib/write-ups/empty-document";
import { Kept } from "./kept";
import { SectionFields } from "./section-fields";
import { TaskForm } from "./task-form";
import type { TaskProps } from "./task-props";
import { Theirs } from "./theirs";

/** One section of text. What did not work has readers of its own. */
export function SectionForm({ section: key, ...props }: TaskProps & { section: SectionKey }) {
  const { writeUp, locale } = props;
  const t = translator(locale, "writing");
  const section = allSections(writeUp.kind, writeUp.document).find((one) => one.key === key);
  if (!section) return null;
  return (
    <TaskForm {...props} action={editSection}>
      <Theirs
        keeps
        labels={{ title: t("tasks.theirs"), empty: t("tasks.theirsEmpty"), text: t("tasks.theirsText") }}
        lang={writeUp.language}
      />
      <Kept name="section" value={key} />
      <SectionFields section={section} language={writeUp.language} locale={locale} />
      {key === "what-did-not-work" && (
        <Choices
          name="audience"
          label={t("field.whoReads")}
          defaultValue={[section.audience]}
          options={SECTION_AUDIENCES.map((audience) => ({
            value: audience,
            label: t(`field.readers.${audience}`),
            hint: t(`field.readers.${audience}Hint`, { city: writeUp.city.name }),
          }))}
          errorPrefix={formWords(locale).prefix}
        />
      )}
    </TaskForm>
  );
}
