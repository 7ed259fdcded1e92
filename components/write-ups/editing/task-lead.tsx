import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { minutesFor, type TaskKey } from "@/lib/write-ups/tasks";

/** Why this task is worth it, and how long it takes; of what was begun, what is missing. */
export function TaskLead({ task, begun, locale }: { task: TaskKey; begun: boolean; locale: Locale }) {
  const t = translator(locale, "writing.tasks");
  const minutes = t("minutes", { minutes: minutesFor(task) });
  return (
    <>
      <p className="lead">
        {t(`lead.${leadOf(task)}`)} {minutes}
      </p>
      {begun && <p>{t(`doneWhen.${missingOf(task)}`)}</p>}
    </>
  );
}

function leadOf(task: TaskKey) {
  switch (task) {
    case "title":
    case "timeline":
    case "figures":
    case "organisations":
    case "funding":
    case "sources":
    case "tags":
    case "contact":
    case "what-did-not-work":
      return task;
    default:
      return "text";
  }
}

function missingOf(task: TaskKey) {
  switch (task) {
    case "title":
    case "timeline":
    case "figures":
    case "organisations":
    case "funding":
    case "sources":
    case "tags":
    case "contact":
    case "conditions":
      return task;
    default:
      return "text";
  }
}
