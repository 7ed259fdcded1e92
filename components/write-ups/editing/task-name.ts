import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Kind } from "@/lib/write-ups/document";
import type { TaskKey } from "@/lib/write-ups/tasks";

/** What a task is called: its own name, or that of the section it writes. */
export function taskName(kind: Kind, task: TaskKey, locale: Locale): string {
  const t = translator(locale, "writing.tasks.name");
  switch (task) {
    case "title":
    case "organisations":
    case "contact":
      return t(`${task}.${kind}`);
    case "timeline":
    case "figures":
    case "funding":
    case "sources":
    case "tags":
      return t(task);
    default:
      return translator(locale, "reading.sections")(task);
  }
}
