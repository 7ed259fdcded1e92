import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { NotesPage } from "@/lib/notes/types";
import { NotesBody } from "./notes-body";

interface Props {
  /** What `getNotes` in lib/notes/queries gave. */
  page: NotesPage;
  languages: readonly string[];
  locale: Locale;
}

/** The notes beside the agenda of a session. */
export function NotesSection({ page, languages, locale }: Props) {
  const t = translator(locale, "notes");
  return (
    <section className="band right" aria-labelledby="notes">
      <h2 id="notes">{t("title")}</h2>
      <NotesBody page={page} languages={languages} from="session" locale={locale} />
      <p>
        <Link className="act small" href={`/sessions/${page.sessionId}/notes`}>
          {t("wholePage")}
        </Link>
      </p>
    </section>
  );
}
