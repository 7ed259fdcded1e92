export const MEDIA_KINDS = ["picture", "document"] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** One stored size of a picture, in pixels and bytes. */
export interface FileSize {
  width: number;
  height: number;
  bytes: number;
}

export const FILE_MAX_MB = 25;
export const FILE_MAX = FILE_MAX_MB * 1024 * 1024;
