import type { Reacted } from "@/lib/comments/types";
import { counted } from "./counted";
import type { ThreadLabels } from "./labels";

/** Of those who reacted, so many by name where one sees them. */
const NAMES = 3;

/** What people said to a comment without words, and who. */
export function Reactions({ reactions, labels }: { reactions: Reacted[]; labels: ThreadLabels }) {
  if (reactions.length === 0) return null;
  return (
    <ul className="reactions">
      {reactions.map(({ reaction, count, names }) => {
        const shown = names.slice(0, NAMES);
        const others = count - shown.length;
        return (
          <li key={reaction}>
            <b>{labels.reaction[reaction]}</b> {shown.join(", ")}
            {others > 0 && ` ${counted(labels.others, others)}`}
          </li>
        );
      })}
    </ul>
  );
}
