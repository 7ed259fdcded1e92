import type { SavedState } from "./autosave";

export interface KeeperLabels {
  /** With {name}. */
  here: string;
  elsewhere: string;
  /** With {when}. */
  put: string;
  found: string;
  use: string;
  drop: string;
  deviceOnly: string;
  both: string;
  serverOnly: string;
  away: string;
  awayUnable: string;
  refused: string;
  refusedUnable: string;
  waiting: string;
}

export function fillLabel(label: string, values: Record<string, string>): string {
  return label.replace(/\{(\w+)\}/g, (found, name: string) => values[name] ?? found);
}

/** Where what was typed is now. Seen always; said only when it changes for the worse, or is well for the first time. */
export function SavedLine({ saved, labels }: { saved: SavedState; labels: KeeperLabels }) {
  const { device, server } = saved;
  if (device === "nothing" && server === "nothing") return null;
  const safe = server === "saved";
  return (
    <p className={safe ? "saved" : "small muted"}>
      {safe && (
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="12" fill="currentColor" />
          <path d="m6 12.5 4 4 8-8.5" fill="none" stroke="var(--paper)" strokeWidth="3" />
        </svg>
      )}
      <span>{sentence(saved, labels)}</span>
      <span className="vh" role="status">
        {server === "waiting" ? "" : sentence(saved, labels)}
      </span>
    </p>
  );
}

function sentence({ device, server }: SavedState, labels: KeeperLabels): string {
  if (server === "away") return device === "unable" ? labels.awayUnable : labels.away;
  if (server === "refused") return device === "unable" ? labels.refusedUnable : labels.refused;
  if (server === "saved") return device === "unable" ? labels.serverOnly : labels.both;
  return device === "saved" ? labels.deviceOnly : labels.waiting;
}
