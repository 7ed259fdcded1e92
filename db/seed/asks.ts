import "server-only";
import { eq, sql } from "drizzle-orm";
import { dueFor } from "@/lib/asks/clock";
import { renderMarkdown } from "@/lib/text/markdown";
import type { Tx } from "../client";
import * as t from "../schema";
import type { Seeded } from "./demo";

interface SeedAsk {
  by: string;
  to: { city: string } | { theme: string };
  about?: string;
  language: string;
  title: string;
  text: string;
  /** How long ago, in hours; or such that the city's clock ran out in the last days. */
  asked: number | "late";
  /** What was said to it; `answers` for what the asker marked. */
  said?: { by: string; language: string; text: string; hoursAgo: number; answers?: true }[];
  /** Who took question and answer into the write-up. */
  attachedBy?: string;
}

/** What invented people ask of each other. The answers say no more than the write-ups do. */
const ASKS: SeedAsk[] = [
  {
    by: "official-bilbao",
    to: { city: "turin" },
    about: "turin-case",
    language: "en",
    title: "What does your agreement with an organisation that runs a node say?",
    text: "We would like to try one node with an association here. Who wrote the agreement on your side, and what did you leave open in it on purpose?",
    asked: 3,
  },
  {
    by: "official-dublin",
    to: { city: "turin" },
    about: "turin-case",
    language: "en",
    title: "Why do you show 12 and 14 nodes, and not one number?",
    text: "We have two counts of one thing ourselves, and were about to drop one of them.",
    asked: 24 * 9,
    said: [
      {
        by: "official-turin",
        language: "en",
        text: "Because both are right. The council and the press count 12. The association Damamar counts 14, which it calls the main ones. We kept each with its source, and say that they differ.",
        hoursAgo: 24 * 8,
        answers: true,
      },
      {
        by: "official-dublin",
        language: "en",
        text: "Thank you. Then ours stay side by side as well.",
        hoursAgo: 24 * 7,
      },
    ],
    attachedBy: "lead-turin",
  },
  {
    by: "official-warsaw",
    to: { theme: "volunteering" },
    language: "en",
    title: "How do you stay in touch with volunteers when the emergency is over?",
    text: "Volunteers brought meals home to older people here. We would like to be able to call them again.",
    asked: 50,
    said: [
      {
        by: "official-dublin",
        language: "en",
        text: "More than 350 people came forward here in spring 2020. We made a session of this question: come and hear what we tried.",
        hoursAgo: 30,
      },
    ],
  },
  {
    by: "official-belo-horizonte",
    to: { city: "san-francisco" },
    about: "san-francisco-case",
    language: "pt-BR",
    title: "Como vocês escolheram as três prioridades antes de saber quanto dinheiro viria?",
    text: "Pergunto porque queremos decidir isso com calma, antes da próxima emergência.",
    asked: "late",
  },
];

const HOUR = 3_600_000;

export async function seedAsks(tx: Tx, seeded: Seeded): Promise<void> {
  for (const seed of ASKS) await seedAsk(tx, seeded, seed);
}

async function seedAsk(tx: Tx, seeded: Seeded, seed: SeedAsk): Promise<void> {
  const place = (handle: string) => seeded.cities.get(handle.replace(/^(lead|official|member)-/, ""))?.id ?? null;
  const person = (handle: string) => seeded.people.get(handle) ?? "";
  const to = "city" in seed.to ? (seeded.cities.get(seed.to.city)?.id ?? null) : null;
  const { createdAt, dueAt } = await moments(tx, to, seed.asked);
  const [ask] = await tx
    .insert(t.asks)
    .values({
      cohortId: seeded.cohortId,
      askerId: person(seed.by),
      fromWorkspaceId: place(seed.by),
      toWorkspaceId: to,
      theme: "theme" in seed.to ? seed.to.theme : null,
      writeUpId: seed.about ? (seeded.writeUps.get(seed.about) ?? null) : null,
      language: seed.language,
      title: seed.title,
      markdown: seed.text,
      html: renderMarkdown(seed.text),
      createdAt,
      dueAt,
      remindedAt: seed.asked === "late" ? dueAt : null,
    })
    .returning({ id: t.asks.id });
  if (!ask) throw new Error(seed.title);
  for (const { by, language, text, hoursAgo, answers } of seed.said ?? []) {
    const at = new Date(Date.now() - hoursAgo * HOUR);
    const [comment] = await tx
      .insert(t.comments)
      .values({
        cohortId: seeded.cohortId,
        askId: ask.id,
        authorId: person(by),
        workspaceId: place(by),
        audience: "cohort",
        language,
        markdown: text,
        html: renderMarkdown(text),
        createdAt: at,
      })
      .returning({ id: t.comments.id });
    if (answers && comment)
      await tx.update(t.asks).set({ answerId: comment.id, answeredAt: at }).where(eq(t.asks.id, ask.id));
  }
  if (seed.attachedBy)
    await tx
      .update(t.asks)
      .set({ attachedAt: sql`now()`, attachedBy: person(seed.attachedBy) })
      .where(eq(t.asks.id, ask.id));
  if (to && !seed.said && "city" in seed.to)
    await tx.insert(t.notifications).values({
      personId: person(`official-${seed.to.city}`),
      kind: "ask",
      askId: ask.id,
      actorId: person(seed.by),
      createdAt,
      mailedAt: sql`now()`,
    });
}

/** When it was asked, and by when the city was to answer. */
async function moments(tx: Tx, to: string | null, asked: SeedAsk["asked"]) {
  const now = Date.now();
  for (let hours = asked === "late" ? 24 : asked; ; hours += 3) {
    const createdAt = new Date(now - hours * HOUR);
    const dueAt = (to && (await dueFor(tx, to, createdAt))?.dueAt) || null;
    if (asked !== "late" || !dueAt || dueAt.getTime() < now - 6 * HOUR) return { createdAt, dueAt };
  }
}
