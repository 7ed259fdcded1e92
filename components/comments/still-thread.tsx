import type { ThreadComment } from "@/lib/comments/types";
import { Conversation } from "./conversation";
import type { ThreadLabels } from "./labels";
import { Said } from "./said";

/** The comments of a page as they stand before anybody acts on one: the same as `Comment` makes, without life. */
export function StillThread({ comments, labels }: { comments: ThreadComment[]; labels: ThreadLabels }) {
  return comments.map((comment) => (
    <li key={comment.id}>
      <Conversation comment={comment} labels={labels} said={(one) => <Said comment={one} labels={labels} />} />
    </li>
  ));
}
