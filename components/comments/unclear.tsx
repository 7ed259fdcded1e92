import type { ThreadComment } from "@/lib/comments/types";
import type { ThreadLabels } from "./labels";

interface Props {
  said: ThreadComment | null;
  /** Whether it was posted on the page before this one. */
  given: boolean;
  labels: ThreadLabels;
}

/** Says of which names nobody was told, since more than one person has them. */
export function Unclear({ said, given, labels }: Props) {
  if (!said && given) return <p className="note">{labels.unclearSome}</p>;
  if (!said?.unclear) return null;
  return (
    <div className="note" role="status">
      {said.unclear.map(({ name, count, instead }) => (
        <p key={name}>
          {labels.unclear
            .replace("{count}", String(count))
            .replace("{name}", () => name)
            .replace("{instead}", () => instead)}
        </p>
      ))}
    </div>
  );
}
