import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

interface Props {
  /** To whom the link was sent, and who is signed in here. */
  name: string;
  me: string;
  /** Where one writes as oneself. */
  path: string;
  commentId: string | null;
  locale: Locale;
}

/** Somebody is signed in who is not the one the link was sent to: they say in whose name they write. */
export function LinkWhose({ name, me, path, commentId, locale }: Props) {
  const t = translator(locale, "links.whose");
  const query = new URLSearchParams({ ...(commentId && { comment: commentId }), as: "link" });
  return (
    <div className="opening">
      <div className="left stack">
        <h1>{t("title", { name })}</h1>
        <p className="lead">{t("text", { me })}</p>
        <p className="actions">
          <Link className="button" href={path}>
            {t("own", { me })}
          </Link>
          <Link className="button quiet" href={`/links?${query}`}>
            {t("other", { name })}
          </Link>
        </p>
        <p className="hint">{t("note", { name })}</p>
      </div>
    </div>
  );
}
