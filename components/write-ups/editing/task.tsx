import type { TaskKey } from "@/lib/write-ups/tasks";
import { ConditionsForm } from "./conditions-form";
import { FiguresForm } from "./figures-form";
import { OrganisationsForm } from "./organisations-form";
import { SectionForm } from "./section-form";
import { TagsForm } from "./tags-form";
import type { TaskProps } from "./task-props";
import { TimelineForm } from "./timeline-form";
import { TitleForm } from "./title-form";

/** The form of a task. */
export function Task({ task, ...props }: TaskProps & { task: TaskKey }) {
  switch (task) {
    case "title":
      return <TitleForm {...props} />;
    case "timeline":
      return <TimelineForm {...props} />;
    case "figures":
      return <FiguresForm {...props} />;
    case "organisations":
      return <OrganisationsForm {...props} />;
    case "conditions":
      return <ConditionsForm {...props} />;
    case "tags":
      return <TagsForm {...props} />;
    default:
      return <SectionForm {...props} section={task} />;
  }
}
