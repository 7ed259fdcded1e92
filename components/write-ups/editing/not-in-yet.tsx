import Link from "next/link";
import { Fragment } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { EditedWriteUp } from "@/lib/write-ups/editing";
import { isTask } from "@/lib/write-ups/tasks";
import { taskName } from "./task-name";

/** On the page of the list: where the person typed something and left before it was in the write-up. */
export function NotInYet({ writeUp, tasks, locale }: { writeUp: EditedWriteUp; tasks: string[]; locale: Locale }) {
  const { id, kind } = writeUp;
  const known = tasks.filter((task) => isTask(kind, task));
  if (known.length === 0) return null;
  return (
    <p className="note">
      {translator(locale, "writing.tasks")("notInYet", { count: known.length })}{" "}
      {known.map((task, index) => (
        <Fragment key={task}>
          {index > 0 && ", "}
          <Link href={`/write-ups/${id}/edit/${task}`}>{taskName(kind, task, locale)}</Link>
        </Fragment>
      ))}
    </p>
  );
}
