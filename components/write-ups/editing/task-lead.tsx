import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { TaskKey } from "@/lib/write-ups/tasks";

const MINUTES: Partial<Record<TaskKey, number>> = {
  title: 2,
  timeline: 4,
  figures: 5,
  organisations: 5,
  tags: 2,
  "what-did-not-work": 8,
};

/** Why this task is worth it, and how long it takes. */
export function TaskLead({ task, locale }: { task: TaskKey; locale: Locale }) {
  const t = translator(locale, "writing.tasks");
  const minutes = t("minutes", { minutes: MINUTES[task] ?? 5 });
  return (
    <p className="lead">
      {t(`lead.${leadOf(task)}`)} {minutes}
    </p>
  );
}

function leadOf(task: TaskKey) {
  switch (task) {
    case "title":
    case "timeline":
    case "figures":
    case "organisations":
    case "tags":
    case "what-did-not-work":
      return task;
    default:
      return "text";
  }
}
