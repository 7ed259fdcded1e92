import { ConditionsForm } from "./conditions-form";
import { ContactForm } from "./contact-form";
import { FiguresForm } from "./figures-form";
import { FundingForm } from "./funding-form";
import { OrganisationsForm } from "./organisations-form";
import { SectionForm } from "./section-form";
import { SourcesForm } from "./sources-form";
import { TagsForm } from "./tags-form";
import type { TaskProps } from "./task-props";
import { TimelineForm } from "./timeline-form";
import { TitleForm } from "./title-form";

/** The form of a task. */
export function Task(props: TaskProps) {
  switch (props.task) {
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
    case "funding":
      return <FundingForm {...props} />;
    case "sources":
      return <SourcesForm {...props} />;
    case "contact":
      return <ContactForm {...props} />;
    default:
      return <SectionForm {...props} section={props.task} />;
  }
}
