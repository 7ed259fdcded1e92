import type { ThreadComment } from "@/lib/comments/types";
import type { ThreadLabels } from "./labels";
import { Said } from "./said";

/** The comments of a page as they stand before anybody acts on one: the same as `Comment` makes, without life. */
export function StillThread({ comments, labels }: { comments: ThreadComment[]; labels: ThreadLabels }) {
  return comments.map((comment) => (
    <li key={comment.id}>
      <Said comment={comment} labels={labels} />
      {comment.replies.length > 0 && (
        <ol className="thread">
          {comment.replies.map((reply) => (
            <li key={reply.id}>
              <Said comment={reply} labels={labels} />
            </li>
          ))}
        </ol>
      )}
    </li>
  ));
}
