import { Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { addCoAuthor, removeCoAuthor } from "@/lib/write-ups/actions";
import type { Author } from "@/lib/write-ups/authors";

interface Props {
  id: string;
  city: string;
  authors: Author[];
  colleagues: { personId: string; name: string }[];
  locale: Locale;
}

/** Everybody who writes it, each with the way to take them off, and a colleague to add. */
export function AuthorList({ id, city, authors, colleagues, locale }: Props) {
  const t = translator(locale, "writing.authors");
  const words = formWords(locale);
  return (
    <>
      <section className="stack" aria-labelledby="h-list">
        <h2 id="h-list">{t("list")}</h2>
        <ul className="people">
          {authors.map(({ personId, name, role, isMe }) => (
            <li key={personId}>
              <span>
                <b>{name}</b>
                {isMe && ` (${t("me")})`}
                <small>
                  {role === "lead" || role === "official" || role === "member"
                    ? t(`roles.${role}`)
                    : t("left", { city })}
                </small>
              </span>
              {authors.length > 1 && (
                <Form action={removeCoAuthor} words={words}>
                  <p>
                    <input type="hidden" name="id" value={id} />
                    <input type="hidden" name="personId" value={personId} />
                    <Submit quiet>
                      <span aria-hidden="true">{t("remove")}</span>
                      <span className="vh">{t("removeWho", { name })}</span>
                    </Submit>
                  </p>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack" aria-labelledby="h-add">
        <h2 id="h-add">{t("add")}</h2>
        {colleagues.length === 0 ? (
          <p>{t("nobody", { city })}</p>
        ) : (
          <Form action={addCoAuthor} words={words} key={authors.length}>
            <input type="hidden" name="id" value={id} />
            <Select
              name="personId"
              label={t("who", { city })}
              options={[
                { value: "", label: t("choose") },
                ...colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
              ]}
              errorPrefix={words.prefix}
            />
            <p className="actions">
              <Submit>{t("addDo")}</Submit>
            </p>
          </Form>
        )}
      </section>
    </>
  );
}
