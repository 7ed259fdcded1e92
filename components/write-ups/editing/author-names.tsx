import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Author } from "@/lib/write-ups/authors";
import type { EditedWriteUp } from "@/lib/write-ups/editing";

interface Props {
  writeUp: Pick<EditedWriteUp, "id" | "audience" | "city">;
  authors: Author[];
  locale: Locale;
}

/** On the page of the list: who writes it, and the way to change that; a draft can be deleted. */
export function AuthorNames({ writeUp, authors, locale }: Props) {
  const t = translator(locale, "writing.authors");
  const names = new Intl.ListFormat(locale, { type: "conjunction" });
  return (
    <section className="stack tight" aria-labelledby="h-authors">
      <h2 id="h-authors">{t("title")}</h2>
      <p>{names.format(authors.map(({ name, isMe }) => (isMe ? `${name} (${t("me")})` : name)))}</p>
      <p className="actions">
        <Link href={`/write-ups/${writeUp.id}/edit/authors`}>{t("change")}</Link>
        {writeUp.audience === "draft" && (
          <Link href={`/write-ups/${writeUp.id}/edit/delete`}>{translator(locale, "writing.delete")("link")}</Link>
        )}
      </p>
    </section>
  );
}
