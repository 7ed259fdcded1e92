import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { EditedWriteUp } from "@/lib/write-ups/editing";
import { minutesLeft, TASKS, type TaskKey, taskState } from "@/lib/write-ups/tasks";
import { TaskMark } from "./task-mark";
import { taskName } from "./task-name";

interface Props {
  writeUp: Pick<EditedWriteUp, "id" | "kind" | "audience" | "city" | "language" | "document" | "quickNote">;
  current?: TaskKey;
  /** On the page of the list itself it is open on a phone too. */
  open?: boolean;
  locale: Locale;
}

/** Whose it is, how far it is, and every task with its state. */
export function TaskList({ writeUp, current, open, locale }: Props) {
  const t = translator(locale, "writing.tasks");
  const { kind, document, city } = writeUp;
  const tasks = TASKS[kind].map((key) => ({ key, state: taskState(kind, document, key) }));
  const done = tasks.filter(({ state }) => state === "done").length;
  const step = 100 / tasks.length;
  const minutes = minutesLeft(kind, document);
  const files = document.media.length;
  return (
    <nav className="tasklist stack" aria-labelledby="h-tasks">
      <p className="kicker">
        <City city={city} />
        <span>{t(`kind.${kind}`, { audience: writeUp.audience })}</span>
        {writeUp.quickNote && <span>{t("quickNote")}</span>}
      </p>
      <p lang={writeUp.language}>
        <b>{document.title}</b>
      </p>
      <h2 id="h-tasks">{t("heading", { done, all: tasks.length })}</h2>
      <span
        className="baton"
        aria-hidden="true"
        style={{ "--from": `${Math.min(done, tasks.length - 1) * step}%`, "--step": `${step}%` } as React.CSSProperties}
      />
      {minutes > 0 && <p className="small muted">{t("left", { minutes })}</p>}
      <details className="wide-open" open={open}>
        <summary>{t("all", { all: tasks.length })}</summary>
        <ol className="tasks">
          {tasks.map(({ key, state }) => (
            <li key={key}>
              <TaskMark state={state} />
              <Link href={`/write-ups/${writeUp.id}/edit/${key}`} aria-current={key === current ? "step" : undefined}>
                <span>{taskName(kind, key, locale)}</span>
                <small>{t(`state.${state}`)}</small>
              </Link>
            </li>
          ))}
          <li>
            <TaskMark state={files > 0 ? "done" : "not-started"} />
            <Link href={`/write-ups/${writeUp.id}/edit/files`}>
              <span>{t("files")}</span>
              <small>{t("filesState", { count: files })}</small>
            </Link>
          </li>
        </ol>
      </details>
    </nav>
  );
}
