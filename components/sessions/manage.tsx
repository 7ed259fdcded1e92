import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { SessionView } from "@/lib/sessions/types";

const BEFORE_A_VOTE: readonly string[] = ["draft", "proposed", "scheduled"];

/** What only those who plan the session find at its end. */
export function Manage({ session, locale }: { session: SessionView; locale: Locale }) {
  const t = translator(locale, "sessions");
  const { id, status, abilities } = session;
  if (!abilities.edit && !abilities.cancel && !abilities.run) return null;
  const here = `/sessions/${id}`;
  return (
    <section className="band light" aria-labelledby="manage">
      <h2 className="hung" id="manage">
        {t("manage")}
      </h2>
      <p className="text actions">
        {abilities.run && <Link href={`${here}/run`}>{translator(locale, "running")("open")}</Link>}
        {abilities.edit && (
          <>
            <Link href={`${here}/edit`}>{t("editIt")}</Link>
            <Link href={`${here}/agenda`}>{translator(locale, "agenda")("title")}</Link>
            {status !== "polling" && <Link href={`${here}/move`}>{t("move")}</Link>}
            {BEFORE_A_VOTE.includes(status) && (
              <Link href={`${here}/poll/new`}>{translator(locale, "polls")("begin")}</Link>
            )}
          </>
        )}
        {abilities.cancel && <Link href={`${here}/cancel`}>{t("cancelIt")}</Link>}
      </p>
    </section>
  );
}
