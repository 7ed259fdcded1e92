import Link from "next/link";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { removeNote, writeNote } from "@/lib/notes/actions";
import type { NoteView } from "@/lib/notes/types";
import { KindChoices } from "./kind-choices";
import { kindLabels } from "./labels";

interface Props {
  sessionId: string;
  note: NoteView;
  locale: Locale;
}

/** A note to be changed, without JavaScript. */
export function ChangeNote({ sessionId, note, locale }: Props) {
  const t = translator(locale, "notes");
  const { id, stepId, language, body } = note;
  const hidden = { id, aside: newId(), session: sessionId, step: stepId ?? "", language, base: body };
  return (
    <Form action={writeNote} words={formWords(locale)} className="stack">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="stack">
        <Field name="body" rows={5} label={t("changeLabel")} defaultValue={body} lang={language} />
        <KindChoices legend={t("what")} kinds={kindLabels(locale)} chosen={note.kind} />
        <div className="actions">
          <Submit>{t("saveChange")}</Submit>
          <Link href={`/sessions/${sessionId}/notes#note-${id}`}>{translator(locale, "ui")("cancel")}</Link>
        </div>
      </div>
    </Form>
  );
}

/** Asks once more before the words of a note go for good. */
export function RemoveNote({ sessionId, note, locale }: Props) {
  const t = translator(locale, "notes");
  return (
    <Form action={removeNote} words={formWords(locale)} className="stack">
      <input type="hidden" name="id" value={note.id} />
      <input type="hidden" name="session" value={sessionId} />
      <p className="typed" lang={note.language === locale ? undefined : note.language}>
        {note.body}
      </p>
      <p>{t("removeAsk")}</p>
      <div className="actions">
        <Submit>{t("removeYes")}</Submit>
        <Link href={`/sessions/${sessionId}/notes#note-${note.id}`}>{t("removeNo")}</Link>
      </div>
    </Form>
  );
}
