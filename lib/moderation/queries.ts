import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { isId } from "@/lib/ids";
import { type JudgedRow, judgedOf, judgedStatement, millis } from "./judged";
import { DECIDED_PAGE, OPEN_MAX } from "./limits";
import { moderatedBy, moderatesAnything, SAID } from "./moderators";
import type { Case, Decision, Judged, Report } from "./types";

/** One comment or ask for whoever reports it, judges it or appeals; null when it is not there for them. Read once for a request. */
export const getJudged = cache(async (actor: Actor, id: unknown): Promise<Judged | null> => {
  if (!isId(id)) return null;
  const [row] = await db.execute<JudgedRow>(judgedStatement(actor, { where: sql`c.id = ${id}` }));
  return row ? judgedOf(actor, row) : null;
});

interface CaseRow extends JudgedRow {
  reports: { reason: Report["reason"]; note: string; at: number; by: string; byId: string }[] | null;
}

/**
 * What waits for a decision of the actor, longest first; null for those who moderate nothing. Who reported is told to
 * admins only: moderators work with both sides, and nobody should keep silent for that.
 */
export async function listCases(actor: Actor): Promise<{ cases: Case[]; more: boolean } | null> {
  if (!moderatesAnything(actor)) return null;
  const rows = await db.execute<CaseRow>(
    judgedStatement(actor, {
      columns: sql`(select json_agg(json_build_object('reason', r.reason, 'note', r.note, 'at', ${millis(sql`r.created_at`)},
          'by', reporter.name, 'byId', r.reporter_id) order by r.created_at, r.id)
        from reports r join people reporter on reporter.id = r.reporter_id
        where (r.comment_id = c.id or r.ask_id = c.id) and r.decided_at is null) as reports`,
      join: sql`join (select about, min(created_at) as since from (
          select coalesce(comment_id, ask_id) as about, created_at from reports where decided_at is null
          union all select coalesce(comment_id, ask_id), created_at from appeals where decided_at is null) o group by about) open
        on open.about = c.id`,
      where: sql`c.deleted_at is null and ${moderatedBy(actor)} and (c.hidden_at is null
        or exists (select 1 from appeals a where (a.comment_id = c.id or a.ask_id = c.id) and a.decided_at is null))`,
      end: sql`order by open.since, c.id limit ${OPEN_MAX + 1}`,
    }),
  );
  const cases = rows.slice(0, OPEN_MAX).flatMap((row): Case[] => {
    const judged = judgedOf(actor, row);
    if (!judged) return [];
    const isAdmin = actor.memberships.some((m) => m.role === "admin" && m.cohortId === row.cohort_id);
    const reports = (row.reports ?? []).map(({ reason, note, at, by, byId }) => ({
      reason,
      note,
      at: new Date(at),
      by: isAdmin || byId === actor.personId ? by : null,
    }));
    return [{ ...judged, reports }];
  });
  return { cases, more: rows.length > OPEN_MAX };
}

interface DecisionRow extends JudgedRow {
  what: Decision["what"];
  decided: number;
  decided_by_name: string;
  told: string | null;
  cursor: string;
}

/** What was decided where the actor moderates, newest first. `before` is the cursor of the page before. */
export async function listDecisions(
  actor: Actor,
  before?: unknown,
): Promise<{ decisions: Decision[]; before: string | null }> {
  const older =
    typeof before === "string" && /^\d{15,17}$/.test(before)
      ? sql`${micros(sql`d.at`)} < ${before}::bigint`
      : sql`true`;
  const rows = await db.execute<DecisionRow>(
    judgedStatement(actor, {
      columns: sql`d.what, ${millis(sql`d.at`)} as decided, decider.name as decided_by_name, d.told,
        ${micros(sql`d.at`)}::text as cursor`,
      join: sql`join (
          select h.id, 'hidden' as what, h.hidden_at as at, h.hidden_by as by, h.hidden_reason as told
            from ${SAID} h where h.hidden_at is not null
          union select k.id, r.decision, r.decided_at, r.decided_by, null
            from reports r join ${SAID} k on k.id = coalesce(r.comment_id, r.ask_id)
            where r.decided_at is not null and k.hidden_at is distinct from r.decided_at
          union select coalesce(a.comment_id, a.ask_id), case a.decision when 'kept' then 'confirmed' else 'restored' end, a.decided_at,
              a.decided_by, a.answer
            from appeals a where a.decided_at is not null) d on d.id = c.id
        join people decider on decider.id = d.by`,
      where: sql`${moderatedBy(actor)} and ${older}`,
      end: sql`order by d.at desc, c.id, d.what limit ${DECIDED_PAGE + 1}`,
    }),
  );
  const shown = rows.slice(0, DECIDED_PAGE);
  const decisions = shown.flatMap((row): Decision[] => {
    const judged = judgedOf(actor, row);
    const { what, told } = row;
    return judged ? [{ what, told, at: new Date(row.decided), by: row.decided_by_name, judged }] : [];
  });
  const last = shown.at(-1);
  return { decisions, before: rows.length > DECIDED_PAGE && last ? last.cursor : null };
}

function micros(column: SQL): SQL {
  return sql`(extract(epoch from ${column}) * 1000000)::bigint`;
}
