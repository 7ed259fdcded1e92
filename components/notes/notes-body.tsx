import { keptHtml } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { NotesPage } from "@/lib/notes/types";
import { Composer } from "./composer";
import { noteLabels, roomLabels } from "./labels";
import { LiveNotes } from "./live-notes";
import { StillNotes } from "./still-notes";

const still = keptHtml(StillNotes);

interface Props {
  page: NotesPage;
  languages: readonly string[];
  from: "session" | "notes";
  locale: Locale;
}

/** Who takes the notes, the notes by step, and the field for a new one. */
export async function NotesBody({ page, languages, from, locale }: Props) {
  const t = translator(locale, "notes");
  const { sessionId, notes, steps, me, abilities, language, noteTaker, locked, live } = page;
  const shared = { sessionId, notes, steps, me, language, locale, ...abilities };
  const list =
    notes.length === 0 ? (
      <p className="muted">{t(abilities.write ? "empty" : "emptyRead")}</p>
    ) : (
      <Once as="div" handed={await still({ ...shared, general: t("general"), labels: noteLabels(locale) })} />
    );
  return (
    <div data-notes className="notes">
      <p className="small muted over">
        {locked ? t("locked") : noteTaker ? t("takes", { name: noteTaker }) : t("everybody")}
      </p>
      {live ? (
        <LiveNotes sessionId={sessionId} labels={roomLabels(locale)} locale={locale}>
          {list}
        </LiveNotes>
      ) : (
        list
      )}
      {abilities.write && <Composer page={page} languages={languages} from={from} locale={locale} />}
    </div>
  );
}
