import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Anchor } from "@/lib/passages/anchor";
import { passageFor, type ReadText } from "@/lib/passages/read";
import type { About, Passage } from "./types";

interface TextRow extends ReadText, Record<string, unknown> {
  audience: "city" | "cohort";
}

/** What a reader of the city's own text, or of the one the cohort got, may know of a passage. */
export type Quoting = (anchor: Anchor, own: boolean) => Passage;

/** Reads a write-up's texts once for all who hear of a passage; without passages it reads nothing. */
export async function quotingIn(about: About, anchors: (Anchor | null)[]): Promise<Quoting> {
  const asked = "writeUpId" in about && anchors.some((anchor) => anchor !== null);
  const texts = asked ? await textsOf(about.writeUpId) : [];
  return (anchor, own) => {
    const theirs = texts.filter(({ audience }) => audience === (own ? "city" : "cohort"));
    const text = theirs.find(({ language }) => language === anchor.language) ?? theirs[0];
    return passageFor(anchor, text ?? { language: "", sections: [] });
  };
}

async function textsOf(writeUpId: string): Promise<TextRow[]> {
  const rows = await db.execute<TextRow>(sql`
    select t.audience, t.language, coalesce((
      select json_agg(json_build_object('key', s->>'key', 'html', s->>'html')) from jsonb_array_elements(t.document->'sections') s
      where s->>'html' <> ''), '[]') as sections
    from write_up_texts t join write_ups u on u.id = t.write_up_id
    where t.write_up_id = ${writeUpId} and t.audience in ('city', 'cohort') order by t.language <> u.language`);
  return [...rows];
}
