import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { EditedWriteUp } from "@/lib/write-ups/editing";
import { TIMELINE_MIN } from "@/lib/write-ups/limits";
import { nextTask, type TaskKey } from "@/lib/write-ups/tasks";
import { taskName } from "./task-name";

/** On the page of the list: whether it can be shared, and the task to go on with. */
export function NextStep({ writeUp, after, locale }: { writeUp: EditedWriteUp; after?: TaskKey; locale: Locale }) {
  const t = translator(locale, "writing.tasks");
  const { id, kind, document } = writeUp;
  const next = nextTask(kind, document, after);
  const count = document.timeline.length;
  const enough = kind === "practice" || writeUp.quickNote || count >= TIMELINE_MIN;
  // What was asked for waits for the lead: sharing is not what comes next.
  const ready = enough && writeUp.request === null;
  const share = (
    <Link className={ready ? "button big" : "button quiet"} href={`/write-ups/${id}/share`}>
      {t("share")}
    </Link>
  );
  return (
    <>
      <p className="lead">{lead()}</p>
      <p className="actions">
        {ready && share}
        {next && (
          <Link className={ready ? "button quiet" : "button big"} href={`/write-ups/${id}/edit/${next}`}>
            {t("nextDo", { task: taskName(kind, next, locale) })}
          </Link>
        )}
        {!ready && share}
      </p>
      <p className="actions">
        <Link href={`/write-ups/${id}`}>{t("read")}</Link>
        <Link href={`/write-ups/${id}/preview`}>{t("preview")}</Link>
      </p>
    </>
  );

  function lead(): string {
    if (writeUp.request !== null) return t("asked");
    if (writeUp.audience === "cohort" || writeUp.audience === "public") return t("released");
    if (next === null) return t("allDone");
    if (writeUp.quickNote) return t("quickReady");
    return enough ? t("enough") : t("tooEarly", { min: TIMELINE_MIN, count });
  }
}
