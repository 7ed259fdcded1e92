import Link from "next/link";
import { Fragment } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { fileOfTask } from "@/lib/working-copies/file-task";
import type { EditedWriteUp } from "@/lib/write-ups/editing";
import { isTask } from "@/lib/write-ups/tasks";
import { taskName } from "./task-name";

/** On the page of the list: where the person typed something and left before it was in the write-up. */
export function NotInYet({ writeUp, tasks, locale }: { writeUp: EditedWriteUp; tasks: string[]; locale: Locale }) {
  const { id, kind } = writeUp;
  const t = translator(locale, "writing.tasks");
  const known = tasks.flatMap((task) => {
    const fileId = fileOfTask(task);
    if (fileId) return [{ path: `files/${fileId}`, name: t("files") }];
    return isTask(kind, task) ? [{ path: task, name: taskName(kind, task, locale) }] : [];
  });
  if (known.length === 0) return null;
  return (
    <p className="note">
      {t("notInYet", { count: known.length })}{" "}
      {known.map(({ path, name }, index) => (
        <Fragment key={path}>
          {index > 0 && ", "}
          <Link href={`/write-ups/${id}/edit/${path}`}>{name}</Link>
        </Fragment>
      ))}
    </p>
  );
}
