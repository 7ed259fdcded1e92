import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { RevisionPage } from "@/lib/revisions/types";
import { formatDateTime } from "@/lib/time/format";

/** Above an earlier state: which it is, whether readers see a newer one, and the ways on. */
export function RevisionNote({ revision, zone, locale }: { revision: RevisionPage; zone: string; locale: Locale }) {
  const t = translator(locale, "revisions");
  const { writeUp, number, at, audience, current, cited } = revision;
  const city = writeUp.city.name;
  const inCity = audience === "city";
  return (
    <div className="opening">
      <div className="matter stack tight">
        <p className={current ? "note plain" : "note"}>
          <b>{t("page.this", { number, when: formatDateTime(at, zone, locale) })}</b> {current && t("page.current")}
          {!current && !inCity && t("page.newer")}
          {inCity && t(revision.takenBack ? "page.takenBack" : "page.city", { city })}{" "}
          {writeUp.reading === "city" && cited && t("page.withCity", { city })}
        </p>
        <p className="actions no-print">
          {!current && <Link href={`/write-ups/${writeUp.id}`}>{t("page.newest")}</Link>}
          <Link href={`/write-ups/${writeUp.id}/revisions`}>{t("all")}</Link>
          {cited && <a href="#cite-revision">{t("cite.title")}</a>}
        </p>
      </div>
    </div>
  );
}
