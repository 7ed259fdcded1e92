import type { ThreadComment } from "@/lib/comments/types";
import { shortened } from "@/lib/passages/shortened";
import { counted } from "./counted";
import type { ThreadLabels } from "./labels";
import { More } from "./more";

interface Props {
  comment: ThreadComment;
  labels: ThreadLabels;
  said: (comment: ThreadComment) => React.ReactNode;
  /** Whether it is open though it is resolved, and what happens when somebody opens or folds it. */
  open?: boolean;
  onToggle?: (event: React.ToggleEvent<HTMLDetailsElement>) => void;
  /** Loads answers that are left out; without it the link leads to a page with them. */
  more?: {
    load: (rootId: string, after: string) => void;
    loading: string | null;
    failed: string | null;
  };
  /** Answers on their way, and the field to answer. */
  waiting?: React.ReactNode[];
  field?: React.ReactNode;
}

/** Of a passage that a folded conversation is about, so much. */
const QUOTED = 80;

/** A comment with its answers. One that is resolved folds to a line. */
export function Conversation({ comment, labels, said, open, onToggle, more, waiting = [], field }: Props) {
  const { id, replies, resolved, moreReplies, passage } = comment;
  const gaps = replies.filter(({ gapAfter }) => gapAfter).length;
  const all = (
    <>
      {said(comment)}
      {replies.length + waiting.length > 0 && (
        <ol className="thread">
          {replies.map((reply) => (
            <li key={reply.id}>
              {said(reply)}
              {reply.gapAfter && (
                <More
                  href={`?replies=${id}&after=${reply.id}#comment-${reply.id}`}
                  label={gaps > 1 ? labels.moreAnswers.some : counted(labels.moreAnswers, moreReplies)}
                  load={more && (() => more.load(id, reply.id))}
                  busy={more?.loading === reply.id}
                  failed={more?.failed === reply.id}
                  labels={labels}
                />
              )}
            </li>
          ))}
          {waiting}
        </ol>
      )}
    </>
  );
  const isNew = [comment, ...replies].some((one) => one.isNew);
  // The field stands outside: what somebody types stays when somebody else resolves the conversation.
  return (
    <>
      {resolved ? (
        <details className="resolved" open={open || undefined} onToggle={onToggle}>
          <summary>
            <span>
              {labels.resolvedBy.replace("{name}", () => resolved.by)} ·{" "}
              {counted(labels.answers, replies.filter(({ deleted }) => !deleted).length + moreReplies)}
              {isNew && <b> · {labels.isNew}</b>}
              {passage?.quote && (
                <>
                  {" · "}
                  <q lang={passage.language} dir="auto">
                    {shortened(passage.quote, QUOTED)}
                  </q>
                </>
              )}
            </span>
          </summary>
          {all}
        </details>
      ) : (
        all
      )}
      {field}
    </>
  );
}
