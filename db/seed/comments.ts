import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { anchorFrom } from "@/lib/passages/anchor";
import { wordsOf } from "@/lib/passages/words";
import { renderMarkdown } from "@/lib/text/markdown";
import type { Tx } from "../client";
import * as t from "../schema";
import type { Seeded } from "./demo";

interface SeedComment {
  on: string;
  /** Handle of who says it; the city is theirs. */
  by: string;
  language: string;
  text: string;
  hoursAgo: number;
  /** The words that are meant, as the cohort reads them in one language. */
  passage?: { language: string; words: string };
  replies?: { by: string; language: string; text: string; hoursAgo: number }[];
}

/** Questions and thanks between invented people. They claim nothing that the write-ups do not say. */
const COMMENTS: SeedComment[] = [
  {
    on: "turin-case",
    by: "official-rotterdam",
    language: "en",
    text: "Our 2021 budget named the phone lines as worth keeping. Which of your nodes are still open, and who pays for them today?",
    hoursAgo: 26,
    passage: { language: "en", words: "the chance for a stable network" },
    replies: [
      {
        by: "member-turin",
        language: "it",
        text: "Ottima domanda. Chiedo alle associazioni che tengono i nodi e ti rispondo qui, con la data accanto a ogni risposta.",
        hoursAgo: 20,
      },
    ],
  },
  {
    on: "turin-case",
    by: "official-warsaw",
    language: "en",
    text: "Thank you for leaving 12 and 14 side by side. We had the same trouble with our own counts.\n\nDid you write down *how* each organisation counted a household, or only the number?",
    hoursAgo: 19,
  },
  {
    on: "turin-case",
    by: "official-belo-horizonte",
    language: "pt-BR",
    text: "A divisão do dinheiro entre a rede e os vales nos interessa muito. Quem decidiu a proporção, e em que reunião?",
    hoursAgo: 7,
  },
  {
    on: "dublin-case",
    by: "official-turin",
    language: "en",
    text: "One number to call is what our residents asked for. How did the area offices pass a call on to a local group?",
    hoursAgo: 49,
    passage: { language: "en", words: "they already knew the local players" },
    replies: [
      {
        by: "official-dublin",
        language: "en",
        text: "I will bring this to the session. It deserves more than a line here.",
        hoursAgo: 44,
      },
    ],
  },
  {
    on: "rotterdam-case",
    by: "lead-warsaw",
    language: "en",
    text: "The part on agreements that could not be reached is the most useful one here. Thank you for writing it down.",
    hoursAgo: 71,
  },
  {
    on: "belo-horizonte-case",
    by: "official-san-francisco",
    language: "en",
    text: "Supermarkets and vouchers at the same time: which came first, and what made you add the second?",
    hoursAgo: 95,
  },
  {
    on: "san-francisco-case",
    by: "official-dublin",
    language: "en",
    text: "Did a donor ever ask for something that was outside your three priorities? How did you say no?",
    hoursAgo: 33,
    passage: {
      language: "en",
      words: "The three priorities were public in April, before the first allocation in May.",
    },
  },
  {
    on: "bilbao-case",
    by: "official-turin",
    language: "it",
    text: "Un piano firmato da tutti i partiti: quanto tempo è passato tra la prima riunione e la firma?",
    hoursAgo: 58,
  },
  {
    on: "warsaw-case",
    by: "member-dublin",
    language: "en",
    text: "A support team in every district sounds close to our area managers. I would like to read how the districts divided the work.",
    hoursAgo: 12,
    passage: { language: "en", words: "There was one support team in each district." },
  },
  {
    on: "turin-practice",
    by: "official-bilbao",
    language: "es",
    text: "Nos interesa lo de no tener un fondo común. ¿Qué hace cada socio cuando un proyecto necesita dinero deprisa?",
    hoursAgo: 80,
  },
];

export async function seedComments(tx: Tx, seeded: Seeded): Promise<void> {
  const place = (handle: string) => seeded.cities.get(handle.replace(/^(lead|official|member)-/, ""))?.id ?? null;
  const insert = async (one: Omit<SeedComment, "on" | "replies">, writeUpId: string, parentId: string | null) => {
    const passage = one.passage ? await anchorOf(tx, writeUpId, one.passage) : null;
    const [row] = await tx
      .insert(t.comments)
      .values({
        cohortId: seeded.cohortId,
        writeUpId,
        parentId,
        authorId: seeded.people.get(one.by) ?? "",
        workspaceId: place(one.by),
        audience: "cohort",
        language: one.language,
        markdown: one.text,
        html: renderMarkdown(one.text),
        passage,
        createdAt: sql`now() - make_interval(hours => ${one.hoursAgo})`,
      })
      .returning({ id: t.comments.id });
    return row?.id ?? null;
  };
  for (const comment of COMMENTS) {
    const writeUpId = seeded.writeUps.get(comment.on);
    const owner = seeded.people.get(`official-${comment.on.replace(/-(case|practice)$/, "")}`);
    if (!writeUpId || !owner) throw new Error(comment.on);
    const id = await insert(comment, writeUpId, null);
    for (const reply of comment.replies ?? []) await insert(reply, writeUpId, id);
    await tx.insert(t.notifications).values({
      personId: owner,
      kind: "comment",
      writeUpId,
      commentId: id,
      actorId: seeded.people.get(comment.by) ?? null,
      createdAt: sql`now() - make_interval(hours => ${comment.hoursAgo})`,
      mailedAt: sql`now()`,
    });
  }
}

async function anchorOf(tx: Tx, writeUpId: string, { language, words }: { language: string; words: string }) {
  const [text] = await tx
    .select({ document: t.writeUpTexts.document })
    .from(t.writeUpTexts)
    .where(
      and(
        eq(t.writeUpTexts.writeUpId, writeUpId),
        eq(t.writeUpTexts.audience, "cohort"),
        eq(t.writeUpTexts.language, language),
      ),
    );
  for (const { key, html } of text?.document.sections ?? []) {
    const section = wordsOf(html).text;
    const start = section.indexOf(words);
    if (start >= 0) return anchorFrom({ section: key, language }, section, start, start + words.length);
  }
  throw new Error(`seed: nobody wrote "${words}"`);
}
