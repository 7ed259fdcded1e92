import { type Handed, Once } from "@/components/ui/once";
import type { FieldName, OpenField } from "@/lib/comments/types";
import { noteSelection } from "./quote";

interface Props {
  comments: Handed;
  /** Opens a field on this page instead of following the link that leads to it. */
  ask: (open: NonNullable<OpenField>) => unknown;
  /** Loads answers that are left out instead of following the link to them. */
  more: (rootId: string, after: string) => unknown;
  busy: boolean;
}

const FIELD = /^\?(reply|quote|edit|remove|react|resolve)=([0-9a-z]+)#/;
const ANSWERS = /^\?replies=([0-9a-z]+)&after=([0-9a-z]+)#/;

/** Comments as the server wrote them. A link to act on one brings the thread to life. */
export function Still({ comments, ask, more, busy }: Props) {
  return (
    <Once
      as="ol"
      handed={comments}
      className="thread"
      aria-busy={busy || undefined}
      onPointerDownCapture={noteSelection}
      onKeyDownCapture={noteSelection}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest("a") : null;
        const href = link?.getAttribute("href") ?? "";
        const field = FIELD.exec(href);
        const answers = ANSWERS.exec(href);
        if ((!field && !answers) || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        if (answers) more(answers[1] ?? "", answers[2] ?? "");
        else ask({ what: field?.[1] as FieldName, id: field?.[2] ?? "" });
      }}
    />
  );
}
