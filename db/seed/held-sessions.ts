import "server-only";
import { sql } from "drizzle-orm";
import type { NoteKind } from "@/lib/notes/limits";
import { renderMarkdown } from "@/lib/text/markdown";
import { dateIn } from "@/lib/time/wall";
import type { Tx } from "../client";
import * as t from "../schema";
import type { Seeded } from "./demo";
import type { SeededSession } from "./sessions";

interface SeedNote {
  step: number;
  /** Handle of who wrote it; the city is theirs. */
  by: string;
  kind: NoteKind;
  text: string;
}

/** What invented people wrote down in the session on counting. The figures are those of the write-up of Turin. */
const NOTES: SeedNote[] = [
  {
    step: 2,
    by: "official-turin",
    kind: "note",
    text: "12 nodes by the council’s count, 14 by an association’s. Both are right: they count different things.",
  },
  {
    step: 3,
    by: "official-rotterdam",
    kind: "takeaway",
    text: "Leave figures that disagree side by side, each with its day and who says so.",
  },
  {
    step: 5,
    by: "official-turin",
    kind: "failure",
    text: "None of our numbers says how many different households were reached in all.",
  },
  {
    step: 5,
    by: "official-dublin",
    kind: "question",
    text: "Who decides what counts as one household: the node, the city, or the family?",
  },
  {
    step: 6,
    by: "official-warsaw",
    kind: "idea",
    text: "Agree on one sentence that says how a household is counted, before the next crisis.",
  },
];

const SUMMARY = `Four sources, four figures, and no single way of counting. We built the timeline of *Torino Solidale* together and asked what each figure counts.

- A figure without its day and its source is no use to another city.
- Who was **not** reached is a question of its own; no count answers it.

We did not agree on one way of counting. Three cities took something on, and it comes back next time.`;

interface SeedCommitment {
  city: string;
  by: string | null;
  /** Days from today. */
  due: number;
  what: string;
  session: string;
  done?: { by: string; text: string };
}

const COMMITMENTS: SeedCommitment[] = [
  {
    city: "bilbao",
    by: "official-bilbao",
    due: -4,
    what: "Name a contact for the trade associations",
    session: "counting",
  },
  {
    city: "rotterdam",
    by: "official-rotterdam",
    due: 4,
    what: "Share the call teams’ script with Warsaw",
    session: "counting",
  },
  {
    city: "turin",
    by: "official-turin",
    due: 7,
    what: "Send Bilbao our agreement with the nodes",
    session: "counting",
  },
  {
    city: "belo-horizonte",
    by: "official-belo-horizonte",
    due: -20,
    what: "Show how the vouchers were accounted for",
    session: "vouchers",
    done: {
      by: "official-belo-horizonte",
      text: "The answer is in our write-up, under “What it costs”.",
    },
  },
];

const QUESTIONS = [
  {
    by: "official-rotterdam",
    text: "Did the area offices keep the lists of volunteers, or did the groups?",
    votes: ["official-warsaw", "official-bilbao", "lead-dublin"],
  },
  {
    by: "official-warsaw",
    text: "Who rang whom first: the city or the volunteer?",
    votes: ["official-rotterdam"],
  },
];

/** What was written down, promised and asked in the invented sessions. */
export async function seedHeldSessions(
  tx: Tx,
  seeded: Seeded,
  sessions: ReadonlyMap<string, SeededSession>,
): Promise<void> {
  const person = (handle: string) => seeded.people.get(handle) ?? "";
  const city = (slug: string) => seeded.cities.get(slug)?.id ?? "";
  const cityOf = (handle: string) => city(handle.replace(/^[a-z]+-/, ""));
  const counting = sessions.get("counting");
  const volunteers = sessions.get("volunteers");
  if (!counting || !volunteers) throw new Error("seed: sessions");

  await tx.insert(t.notes).values(
    NOTES.map(({ step, by, kind, text }, n) => {
      const at = new Date(counting.startsAt.getTime() + (15 + n * 14) * 60_000);
      return {
        sessionId: counting.id,
        agendaItemId: counting.steps[step],
        kind,
        authorId: person(by),
        workspaceId: cityOf(by),
        language: "en",
        body: text,
        createdAt: at,
        updatedAt: at,
      };
    }),
  );
  for (const { id, startsAt } of sessions.values()) {
    if (startsAt > new Date()) continue;
    await tx.execute(sql`
      insert into attendance (id, session_id, person_id, workspace_id, recorded_by, recorded_at)
      select substr(md5(a.session_id || a.person_id), 1, 16), a.session_id, a.person_id, (select m.workspace_id from memberships m
          where m.person_id = a.person_id and m.workspace_id is not null limit 1), a.person_id, ${startsAt.toISOString()}::timestamptz
      from answers a where a.session_id = ${id} and a.answer = 'going'`);
  }
  const facilitator = person("facilitator");
  await tx.insert(t.minutes).values({
    sessionId: counting.id,
    language: "en",
    markdown: SUMMARY,
    html: renderMarkdown(SUMMARY),
    updatedAt: new Date(counting.startsAt.getTime() + 86_400_000),
    updatedBy: facilitator,
    lockedAt: new Date(counting.startsAt.getTime() + 2 * 86_400_000),
    lockedBy: facilitator,
  });

  for (const { city: slug, by, due, what, session, done } of COMMITMENTS) {
    const made = sessions.get(session);
    const [row] = await tx
      .insert(t.commitments)
      .values({
        cohortId: seeded.cohortId,
        workspaceId: city(slug),
        personId: by && person(by),
        sessionId: made?.id,
        language: "en",
        what,
        dueOn: dateIn(new Date(Date.now() + due * 86_400_000), "Europe/Rome"),
        createdBy: facilitator,
        createdAt: made?.startsAt,
        ...(done && { status: "done" as const, closedAt: sql`now() - interval '21 days'`, closedBy: person(done.by) }),
      })
      .returning({ id: t.commitments.id });
    if (done && row)
      await tx.insert(t.commitmentNews).values({
        commitmentId: row.id,
        personId: person(done.by),
        status: "done",
        language: "en",
        body: done.text,
        createdAt: sql`now() - interval '21 days'`,
      });
  }

  for (const { by, text, votes } of QUESTIONS) {
    const [question] = await tx
      .insert(t.questions)
      .values({
        sessionId: volunteers.id,
        authorId: person(by),
        workspaceId: cityOf(by),
        language: "en",
        body: text,
      })
      .returning({ id: t.questions.id });
    if (question)
      await tx
        .insert(t.questionVotes)
        .values(votes.map((handle) => ({ questionId: question.id, personId: person(handle) })));
  }
  const read = seeded.writeUps.get("dublin-case");
  if (read)
    await tx.insert(t.readingMarks).values(
      ["official-turin", "official-rotterdam", "official-warsaw"].map((handle) => ({
        sessionId: volunteers.id,
        writeUpId: read,
        personId: person(handle),
      })),
    );
}
