import Link from "next/link";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { Keeper } from "@/components/working-copies/keeper";
import { keeperLabels } from "@/components/working-copies/labels";
import { Kept } from "@/components/write-ups/editing/kept";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { translate } from "@/lib/translations/actions";
import { type Part, sendable, type TranslatedWord } from "@/lib/translations/parts";
import type { TranslatedWriteUp, Translation } from "@/lib/translations/types";
import { formatValue } from "@/lib/write-ups/figures";
import { Twin } from "./twin";

interface Props {
  writeUp: TranslatedWriteUp;
  translation: Translation;
  part: Part;
  /** The original's words and the translation's, as marks. */
  marks: { of: string; seen: string };
  /** Who translates. */
  person: string;
  locale: Locale;
}

/** One part: each of its words beside its translation, and the buttons. Words of one entry stand together. */
export function PartForm({ writeUp, translation, part, marks, person, locale }: Props) {
  const t = translator(locale, "translations");
  const { language, machine } = translation;
  const entries = [...new Set(part.words.map(({ entry }) => entry))];
  const twins = (words: TranslatedWord[]) =>
    words.map((word) => (
      <Twin key={word.key} word={word} from={writeUp.language} to={language} machine={machine} locale={locale} />
    ));
  return (
    <Form
      action={translate}
      words={formWords(locale)}
      className="under"
      id="translation"
      before={
        <Keeper
          writeUp={writeUp.id}
          language={language}
          task={part.key}
          person={person}
          labels={{ ...keeperLabels(locale), both: translator(locale, "workingCopies")("bothTranslation") }}
          place="saved-where"
        />
      }
      after={<div id="saved-where" className="under" />}
    >
      <Kept name="of" value={marks.of} />
      <Kept name="seen" value={marks.seen} />
      <input type="hidden" name="id" value={writeUp.id} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="part" value={part.key} />
      {entries.map((entry, index) => {
        const words = part.words.filter((word) => word.entry === entry);
        return entry === "" ? (
          twins(words)
        ) : (
          <fieldset className="entry twins" key={entry}>
            <legend className="label">
              {legend(index)}
              <Beside entry={entry} part={part} document={writeUp.original} locale={locale} />
            </legend>
            {twins(words)}
          </fieldset>
        );
      })}
      <p className="actions">
        <Submit big>{t("save")}</Submit>
        {(part.state === "behind" || part.state === "machine") && (
          <Submit quiet name="button" value="still-correct">
            {t(part.state === "behind" ? "stillCorrect" : "readOver")}
          </Submit>
        )}
        {writeUp.service && sendable(part, writeUp.original).length > 0 && (
          <Submit quiet name="button" value="machine">
            {t("machine.part", { service: writeUp.service })}
          </Submit>
        )}
        <Link href={`/write-ups/${writeUp.id}/translate/${language}`}>{t("allParts")}</Link>
      </p>
    </Form>
  );

  function legend(index: number): string {
    switch (part.key) {
      case "timeline":
      case "figures":
      case "organisations":
      case "building-blocks":
      case "funding":
      case "media":
        return t(`entry.${part.key}`, { number: index + 1 });
      default:
        return "";
    }
  }
}

/** What tells an entry from its neighbours, and is not translated: the date of an event, the value of a figure. */
function Beside({
  entry,
  part,
  document,
  locale,
}: {
  entry: string;
  part: Part;
  document: TranslatedWriteUp["original"];
  locale: Locale;
}) {
  const event = part.key === "timeline" && document.timeline.find(({ id }) => id === entry);
  const figure = part.key === "figures" && document.observations.find(({ id }) => id === entry);
  const words = event ? formatPartialDate(event.date, locale) : figure ? formatValue(figure, locale).value : "";
  return words && <span className="muted">: {words}</span>;
}
