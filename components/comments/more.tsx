import { Act } from "./act";
import type { ThreadLabels } from "./labels";

interface Props {
  /** The same page of the thread without JavaScript. */
  href: string;
  label: string;
  load?: () => unknown;
  busy: boolean;
  failed: boolean;
  labels: ThreadLabels;
}

export function More({ href, label, load, busy, failed, labels }: Props) {
  return (
    <p>
      {failed && <span role="alert">{labels.loadFailed} </span>}
      <Act href={href} act={load} busy={busy}>
        {busy ? labels.loading : failed ? labels.again : label}
      </Act>
    </p>
  );
}
