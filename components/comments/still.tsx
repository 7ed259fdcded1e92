import { type Handed, Once } from "@/components/ui/once";
import type { OpenField } from "@/lib/comments/types";

interface Props {
  comments: Handed;
  /** Opens a field on this page instead of following the link that leads to it. */
  ask: (open: NonNullable<OpenField>) => unknown;
  busy: boolean;
}

const LINK = /^\?(reply|edit|remove)=([0-9a-z]+)#/;

/** Comments as the server wrote them. A link to act on one brings the thread to life. */
export function Still({ comments, ask, busy }: Props) {
  return (
    <Once
      as="ol"
      handed={comments}
      className="thread"
      aria-busy={busy || undefined}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest("a") : null;
        const [, what, id] = LINK.exec(link?.getAttribute("href") ?? "") ?? [];
        if (!what || !id || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        ask({ what: what as NonNullable<OpenField>["what"], id });
      }}
    />
  );
}
