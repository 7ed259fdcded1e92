import { createHash } from "node:crypto";
import type { Document, Media } from "@/lib/write-ups/document";

/** What somebody says about a file. */
export type MediaWords = Pick<Media, "caption" | "alt" | "credit" | "licence" | "audience">;
type MediaFile = Pick<Media, "id" | "fileId" | "kind" | "width" | "height" | "size">;

/** Gives a file its words: its entry in the list changes, or one is added at the end. */
export function withWords(list: readonly Media[], file: MediaFile, words: MediaWords): Media[] {
  return list.some(({ fileId }) => fileId === file.fileId)
    ? list.map((media) => (media.fileId === file.fileId ? { ...media, ...words } : media))
    : [...list, { ...file, ...words }];
}

/** One place up or down among those of its kind, since pictures and documents stand apart. */
export function moved(list: readonly Media[], fileId: string, by: -1 | 1): Media[] {
  const at = list.findIndex((media) => media.fileId === fileId);
  const found = list[at];
  if (!found) return [...list];
  let to = at + by;
  while (list[to] && list[to]?.kind !== found.kind) to += by;
  const other = list[to];
  return other ? list.map((media, index) => (index === at ? other : index === to ? found : media)) : [...list];
}

/**
 * The list of another language after the original's has changed: the same files in the same order, for the same readers.
 * Words that were translated stay; what was never translated follows the original.
 */
export function translated(theirs: readonly Media[], before: readonly Media[], after: readonly Media[]): Media[] {
  return after.map((media) => {
    const own = theirs.find(({ id }) => id === media.id);
    const was = before.find(({ id }) => id === media.id);
    if (!own) return media;
    const word = (key: "alt" | "caption") => (own[key] === "" || own[key] === was?.[key] ? media[key] : own[key]);
    return { ...media, alt: word("alt"), caption: word("caption") };
  });
}

/** What one entry holds, as a short mark, to see whether somebody changed it meanwhile; empty where there is none. */
export function markOf(document: Document, fileId: string): string {
  const media = document.media.find((one) => one.fileId === fileId);
  if (!media) return "";
  const words = JSON.stringify([media.caption, media.alt, media.credit, media.licence, media.audience]);
  return createHash("sha256").update(words).digest("base64url").slice(0, 22);
}
