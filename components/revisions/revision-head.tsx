import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { RevisedWriteUp } from "@/lib/revisions/types";

/** Whose history it is, beside the title of the page. */
export function RevisionHead({
  writeUp,
  title,
  list,
  locale,
  children,
}: {
  writeUp: RevisedWriteUp;
  title: string;
  /** Whether there is a way back to the list. */
  list?: boolean;
  locale: Locale;
  children: React.ReactNode;
}) {
  const t = translator(locale, "revisions");
  const { id, city, kind, language } = writeUp;
  return (
    <header className="opening">
      <div className="hung stack tight">
        <p className="kicker">
          <City city={city} />
          <span>{translator(locale, "reading")(kind)}</span>
        </p>
        <p lang={language === locale ? undefined : language}>
          <b>{writeUp.title}</b>
        </p>
        <p className="actions">
          {list && <Link href={`/write-ups/${id}/revisions`}>{t("all")}</Link>}
          <Link href={`/write-ups/${id}`}>{t("toWriteUp")}</Link>
        </p>
      </div>
      <div className="matter stack loose">
        <h1>{title}</h1>
        {children}
      </div>
    </header>
  );
}
