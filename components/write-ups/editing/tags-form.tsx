import { Choices, Select } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import { translator } from "@/lib/i18n/translator";
import { editTags } from "@/lib/write-ups/actions";
import {
  MATURITY,
  PARTICIPATION,
  POLICY_AREAS,
  POLICY_AREAS_MAX,
  SCALES,
  SDG_COUNT,
  SDGS_MAX,
  TARGET_GROUPS,
  TARGET_GROUPS_MAX,
  THEMES,
  THEMES_MAX,
} from "@/lib/write-ups/vocabulary";
import { TaskForm } from "./task-form";
import type { TaskProps } from "./task-props";

const RANKS = ["0", "1", "2"].slice(0, POLICY_AREAS_MAX);
const SDGS = Array.from({ length: SDG_COUNT }, (_, index) => index + 1);

/** Where it is filed: areas in their order, themes, for whom, how far. */
export function TagsForm(props: TaskProps) {
  const { writeUp, locale } = props;
  const { document } = writeUp;
  const t = translator(locale, "writing.field");
  const terms = translator(locale, "vocabulary");
  const goals = translator(locale, "vocabulary.sdg");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = formWords(locale).prefix;
  const none = { value: "", label: t("none") };
  return (
    <TaskForm {...props} action={editTags}>
      <div className="stack">
        {RANKS.map((rank) => (
          <Select
            key={rank}
            name={`policyAreas.${rank}`}
            label={t("policyArea", { rank })}
            optional={rank === "0" ? undefined : optional}
            defaultValue={document.policyAreas[Number(rank)]}
            options={[none, ...POLICY_AREAS.map((value) => ({ value, label: terms(`policyArea.${value}`) }))]}
            errorPrefix={errorPrefix}
          />
        ))}
      </div>
      <Choices
        multiple
        name="themes[]"
        label={t("themes")}
        hint={t("atMost", { max: THEMES_MAX })}
        defaultValue={document.themes}
        options={THEMES.map((value) => ({ value, label: terms(`theme.${value}`) }))}
        errorPrefix={errorPrefix}
      />
      <Choices
        multiple
        name="targetGroups[]"
        label={t("targetGroups")}
        hint={t("atMost", { max: TARGET_GROUPS_MAX })}
        defaultValue={document.targetGroups}
        options={TARGET_GROUPS.map((value) => ({ value, label: terms(`targetGroup.${value}`) }))}
        errorPrefix={errorPrefix}
      />
      <div className="two">
        <Select
          name="maturity"
          label={t("maturity")}
          optional={optional}
          defaultValue={document.maturity ?? ""}
          options={[none, ...MATURITY.map((value) => ({ value, label: terms(`maturity.${value}`) }))]}
          errorPrefix={errorPrefix}
        />
        <Select
          name="scale"
          label={t("scale")}
          optional={optional}
          defaultValue={document.scale ?? ""}
          options={[none, ...SCALES.map((value) => ({ value, label: terms(`scale.${value}`) }))]}
          errorPrefix={errorPrefix}
        />
        <Select
          name="participation"
          label={t("participation")}
          optional={optional}
          defaultValue={document.participation ?? ""}
          options={[none, ...PARTICIPATION.map((value) => ({ value, label: terms(`participation.${value}`) }))]}
          errorPrefix={errorPrefix}
        />
      </div>
      <Choices
        multiple
        name="sdgs[]"
        label={t("sdgs")}
        hint={t("atMost", { max: SDGS_MAX })}
        optional={optional}
        defaultValue={document.sdgs.map(String)}
        options={SDGS.map((goal) => ({ value: String(goal), label: `${goal} ${goals(String(goal) as "1")}` }))}
        errorPrefix={errorPrefix}
      />
    </TaskForm>
  );
}
