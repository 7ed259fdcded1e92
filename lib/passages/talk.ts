import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { View } from "@/lib/comments/shape";
import type { WriteUpPage } from "@/lib/write-ups/types";
import { openIn, wantedIn } from "./open";
import { listBeside } from "./queries";
import type { OpenAt, PassageTalk } from "./types";

type Query = Record<string, string | string[] | undefined>;

/** What is said about the passages of a text as a page shows it. */
export interface Talk {
  talk: PassageTalk;
  /** The field that the page's address opens in the text. */
  opened: OpenAt | null;
}

const NOTHING = { root: null, beside: [], shared: null };

/** Null when the reader reads no comments there. */
export async function talkFor(
  actor: Actor | null,
  writeUp: WriteUpPage,
  query: Query,
  view: View,
): Promise<Talk | null> {
  const { id, language, document, abilities } = writeUp;
  if (!actor || !abilities.readComments) return null;
  const released = writeUp.audience === "cohort" || writeUp.audience === "public";
  const own = writeUp.reading === "city" && released && abilities.comment;
  const wanted = wantedIn(query);
  const asked = writeUp.hasPassages || own || wanted !== undefined;
  const { root, ...found } = asked ? await listBeside(actor, { id, language, own, wanted }, view) : NOTHING;
  const talk = { ...found, post: abilities.comment };
  const opened = openIn(query, { language, sections: document.sections }, talk, root);
  return { talk, opened };
}
