import Link from "next/link";
import { Choices, Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { Keeper } from "@/components/working-copies/keeper";
import { keeperLabels } from "@/components/working-copies/labels";
import { Kept } from "@/components/write-ups/editing/kept";
import { Theirs } from "@/components/write-ups/editing/theirs";
import { describe } from "@/lib/files/actions";
import { ALT_MAX, CAPTION_MAX, CREDIT_MAX, isLicence, LICENCE_MAX, LICENCES } from "@/lib/files/limits";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { fileTask } from "@/lib/working-copies/file-task";
import { type Media, SECTION_AUDIENCES } from "@/lib/write-ups/document";
import type { EditedWriteUp } from "@/lib/write-ups/editing";

interface Props {
  writeUp: EditedWriteUp;
  file: { id: string; kind: Media["kind"]; name: string };
  /** Its entry in the text, once it has words. */
  media: Media | undefined;
  /** What the entry held when the page was made. */
  seen: string;
  /** Who types. */
  person: string;
  locale: Locale;
}

/** What a file is, whose it is and who sees it. */
export function WordsForm({ writeUp, file, media, seen, person, locale }: Props) {
  const t = translator(locale, "files.words");
  const ui = translator(locale, "ui");
  const tasks = translator(locale, "writing.tasks");
  const { kind } = file;
  const words = formWords(locale);
  const shared = { errorPrefix: words.prefix, lang: writeUp.language };
  const isPicture = kind === "picture";
  return (
    <Form
      action={describe}
      words={words}
      before={
        <Keeper
          writeUp={writeUp.id}
          language={writeUp.language}
          task={fileTask(file.id)}
          person={person}
          labels={{ ...keeperLabels(locale), both: translator(locale, "workingCopies")("bothFile") }}
          place="saved-where"
        />
      }
      after={<div id="saved-where" className="under" />}
    >
      <Theirs
        labels={{ title: tasks("theirs"), empty: tasks("theirsEmpty"), text: tasks("theirsText") }}
        lang={writeUp.language}
      />
      <Kept name="id" value={writeUp.id} />
      <Kept name="fileId" value={file.id} />
      <Kept name="seen" value={seen} />
      {isPicture && (
        <Field
          {...shared}
          name="alt"
          label={t("alt")}
          hint={t("altHint")}
          rows={3}
          maxLength={ALT_MAX}
          defaultValue={media?.alt}
        />
      )}
      <Field
        {...shared}
        name="caption"
        label={t("caption", { kind })}
        hint={t("captionHint", { kind })}
        optional={isPicture ? ui("optional") : undefined}
        maxLength={CAPTION_MAX}
        defaultValue={media?.caption ?? (isPicture ? "" : file.name.replace(/\.[^.]*$/, ""))}
      />
      <Field
        errorPrefix={words.prefix}
        name="credit"
        label={t("credit", { kind })}
        hint={t("creditHint")}
        optional={isPicture ? undefined : ui("optional")}
        maxLength={CREDIT_MAX}
        defaultValue={media?.credit}
      />
      <Licence media={media} kind={kind} prefix={words.prefix} locale={locale} />
      <Choices
        name="audience"
        label={t("audience")}
        hint={isPicture ? t("people") : undefined}
        defaultValue={[media?.audience ?? "public"]}
        options={[...SECTION_AUDIENCES].reverse().map((audience) => ({
          value: audience,
          label: translator(locale, "writing.field")(`readers.${audience}`),
          hint: translator(locale, "writing.field")(`readers.${audience}Hint`, { city: writeUp.city.name }),
        }))}
        errorPrefix={words.prefix}
      />
      <p className="actions">
        <Submit big>{t("save")}</Submit>
        <Link href={`/write-ups/${writeUp.id}/edit/files`}>{t("back")}</Link>
      </p>
    </Form>
  );
}

interface LicenceProps {
  media: Media | undefined;
  kind: Media["kind"];
  prefix: string;
  locale: Locale;
}

function Licence({ media, kind, prefix, locale }: LicenceProps) {
  const t = translator(locale, "files.words");
  const now = media?.licence ?? "";
  const isOwn = now !== "" && !isLicence(now);
  return (
    <>
      <Choices
        name="licence"
        label={t("licence")}
        hint={t("licenceHint", { kind })}
        defaultValue={[isOwn ? "other" : kind === "document" || now ? now : "none"]}
        options={[
          ...LICENCES.map((value) => ({ value, label: t(`licences.${value}`), hint: t(`licenceHints.${value}`) })),
          { value: "other", label: t("licences.other") },
          ...(kind === "document" ? [{ value: "", label: t("licences.none") }] : []),
        ]}
        errorPrefix={prefix}
      />
      <Field
        errorPrefix={prefix}
        name="otherLicence"
        label={t("otherLicence")}
        hint={t("otherLicenceHint")}
        optional={translator(locale, "ui")("optional")}
        maxLength={LICENCE_MAX}
        defaultValue={isOwn ? now : ""}
      />
    </>
  );
}
