import type { NewsItem } from "./types";

/** Where one reads it, and where one answers it at once. */
export function newsPath(item: NewsItem): string {
  if (item.commitmentId) return `/commitments/${item.commitmentId}`;
  return item.writeUpId ? `/write-ups/${item.writeUpId}` : `/sessions/${item.sessionId}`;
}
export function readPath(item: NewsItem): string {
  return newsPath(item) + (item.commentId ? `?comment=${item.commentId}#comment-${item.commentId}` : "");
}
export function answerPath(item: NewsItem): string | null {
  return item.commentId ? `${newsPath(item)}?reply=${item.commentId}#reply` : null;
}
