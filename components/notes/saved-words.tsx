import type { Keeping } from "./note-keeper";
import { fill, type KeepLabels } from "./words";

/** Where the words of a note are now. Seen always; said when they are safe, and when they are not. */
export function SavedWords({ keeping, labels }: { keeping: Keeping; labels: KeepLabels }) {
  const { device, server, notice } = keeping;
  if (device === "nothing" && server === "nothing" && !notice) return null;
  const safe = server === "saved" && !notice;
  const sentence = notice ? noticeOf(notice, labels) : sentenceOf(keeping, labels);
  return (
    <p className={safe ? "saved" : "small muted"}>
      {safe && (
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="12" fill="currentColor" />
          <path d="m6 12.5 4 4 8-8.5" fill="none" stroke="var(--paper)" strokeWidth="3" />
        </svg>
      )}
      <span>{sentence}</span>
      <span className="vh" role="status">
        {server === "waiting" || (safe && device !== "unable") ? "" : sentence}
      </span>
    </p>
  );
}

function noticeOf(notice: NonNullable<Keeping["notice"]>, labels: KeepLabels): string {
  return notice.what === "aside" ? labels.aside : fill(labels.gone, { name: notice.name });
}

function sentenceOf({ device, server }: Keeping, labels: KeepLabels): string {
  switch (server) {
    case "away":
      return device === "unable" ? labels.awayUnable : labels.away;
    case "saved":
      return device === "unable" ? labels.serverOnly : labels.saved;
    case "refused":
    case "locked":
    case "tooLong":
      return labels[server];
    default:
      return labels.waiting;
  }
}
