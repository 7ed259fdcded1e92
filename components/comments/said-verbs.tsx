import type { FieldName, ThreadComment } from "@/lib/comments/types";
import { Act } from "./act";
import type { ThreadLabels } from "./labels";

interface Props {
  comment: ThreadComment;
  name: string;
  labels: ThreadLabels;
  ask?: (what: FieldName) => void;
}

/** What one can do with a comment: the two that one does most, and the others behind "More". */
export function SaidVerbs({ comment: { id, abilities, resolved }, name, labels, ask }: Props) {
  const ofWhom = <span className="vh"> {labels.ofWhom.replace("{name}", () => name)}</span>;
  const act = (what: FieldName, label: string) => (
    <Act href={`?${what}=${id}#${what}`} act={ask && (() => ask(what))}>
      {label}
      {ofWhom}
    </Act>
  );
  const link = (href: string, label: string) => (
    <a className="act" href={`${href}?comment=${id}`}>
      {label}
      {ofWhom}
    </a>
  );
  const more =
    abilities.edit || abilities.delete || abilities.reply || abilities.resolve || abilities.report || abilities.hide;
  if (!more && !abilities.appeal && !abilities.restore && !abilities.react) return null;
  return (
    <div className="acts">
      {abilities.reply && act("reply", labels.answer)}
      {abilities.react && act("react", labels.react)}
      {abilities.restore && link("/reports/hide", labels.restore)}
      {abilities.appeal && link("/reports/appeal", labels.appeal)}
      {more && (
        <details>
          <summary aria-label={labels.moreOf.replace("{name}", () => name)}>{labels.more}</summary>
          <div className="acts">
            {abilities.reply && act("quote", labels.quote)}
            {abilities.edit && act("edit", labels.change)}
            {abilities.delete && act("remove", labels.remove)}
            {abilities.resolve && act("resolve", resolved ? labels.reopen : labels.resolve)}
            {abilities.report && link("/reports/new", labels.report)}
            {abilities.hide && link("/reports/hide", labels.hide)}
          </div>
        </details>
      )}
    </div>
  );
}
