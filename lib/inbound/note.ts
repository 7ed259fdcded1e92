import { REPLY_REASONS, type ReplyReason } from "./limits";

/** What a sender is told, as it is kept with the message: why, and which files were meant. */
export interface Note {
  reason: ReplyReason;
  files: string[];
}

export function noteOf({ reason, files }: Note): string {
  return [reason, ...files].join("\n");
}

export function readNote(kept: string | null): Note | null {
  const [first, ...files] = (kept ?? "").split("\n");
  const reason = REPLY_REASONS.find((one) => one === first);
  return reason ? { reason, files } : null;
}
