import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { commentEdits } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { type Block, textDifference } from "@/lib/revisions/words";
import { plainText } from "@/lib/text/markdown";
import { formatDateTime } from "@/lib/time/format";
import { pathOf } from "./paths";
import { findComment } from "./place";
import { shapeComment, type View } from "./shape";
import type { ThreadComment } from "./types";

/** How long a page may look for the differences of all its versions. */
const PATIENCE_MS = 200;

/** States that one page shows. */
export const VERSIONS_MAX = 50;

/** A comment as it read for a while: in words, against how it had read before. */
export interface Version {
  id: string;
  /** Until when it read so, in words; null for how it reads now. */
  until: string | null;
  blocks: Block[];
}

export interface History {
  comment: ThreadComment;
  /** Where it stands. */
  href: string;
  /** Newest first; the last is how it was said. */
  versions: Version[];
}

/** How a comment read before it was changed, for whoever may read it now; null when it is not there for them. */
export async function commentHistory(reader: Reader, id: string, view: View): Promise<History | null> {
  const loaded = await findComment(reader, id);
  if (!loaded) return null;
  const comment = shapeComment(loaded.row, reader, loaded.subject, view);
  if (comment.deleted) return null;
  const edits = await editsOf(id);
  const patience = { until: Date.now() + PATIENCE_MS };
  const texts = [...edits.map(({ html }) => html), comment.html].map(paragraphs);
  const versions = texts.map((text, n): Version => {
    const edit = edits[n];
    return {
      id: edit?.id ?? id,
      until: edit ? formatDateTime(edit.until, view.zone, view.locale) : null,
      blocks: textDifference(n === 0 ? text : (texts[n - 1] ?? ""), text, comment.language, patience),
    };
  });
  return { comment, href: pathOf(loaded.about, id), versions: versions.reverse() };
}

/** The first and the newest, oldest first: of a comment that was changed all day nobody reads every state. */
async function editsOf(commentId: string) {
  const edits = () =>
    db
      .select({ id: commentEdits.id, html: commentEdits.html, until: commentEdits.until })
      .from(commentEdits)
      .where(eq(commentEdits.commentId, commentId));
  const newest = await edits().orderBy(desc(commentEdits.until), desc(commentEdits.id)).limit(VERSIONS_MAX);
  if (newest.length < VERSIONS_MAX) return newest.reverse();
  const [first] = await edits().orderBy(asc(commentEdits.until), asc(commentEdits.id)).limit(1);
  return first ? [first, ...newest.slice(0, -1).reverse()] : [];
}

/** The words of rendered HTML with a line between what stands for itself. */
function paragraphs(html: string): string {
  return html
    .split(/<\/(?:p|li|h\d|tr|pre)>/)
    .map(plainText)
    .filter((words) => words !== "")
    .join("\n\n");
}
