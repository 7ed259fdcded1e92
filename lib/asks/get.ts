import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";
import { moderationAbilities } from "@/lib/moderation/abilities";
import { type LookedRow, lookedJson, lookedOf } from "@/lib/moderation/looked";
import { plainText } from "@/lib/text/markdown";
import { mayTake } from "./attach";
import { ANSWERS_OFFERED } from "./limits";
import { HEARD } from "./mutations";
import { ANSWERED, cityJson, millis, readAsk, standing, writeUpJson } from "./rows";
import type { AskView, AskWriteUp, SaidToAsk } from "./types";

interface More {
  cohort_id: string;
  to_id: string | null;
  html: string;
  markdown: string;
  write_up: AskWriteUp | null;
  write_up_city: string | null;
  answer: (Omit<SaidToAsk, "at"> & { at: number }) | null;
  said_last: (Omit<SaidToAsk, "at"> & { at: number })[];
  heard: boolean;
  closed_by: { by: string; at: number } | null;
  attached: boolean;
  looked: LookedRow | null;
}

/** The comment called `alias`, with its author `p` and the city `w` that they spoke for. */
function saidJson(alias: "a" | "c"): SQL {
  const said = sql.raw(alias);
  return sql`json_build_object('id', ${said}.id, 'author', p.name, 'city', ${cityJson("w")}, 'html', ${said}.html,
    'language', ${said}.language, 'at', ${millis(sql`${said}.created_at`)})`;
}

const AUTHOR = (alias: "a" | "c") =>
  sql`join people p on p.id = ${sql.raw(alias)}.author_id left join workspaces w on w.id = ${sql.raw(alias)}.workspace_id`;

/** One ask with all that its page shows, or null: it does not exist for the actor. */
export async function getAsk(actor: Actor, id: string): Promise<AskView | null> {
  if (!isId(id)) return null;
  const found = await readAsk<More>(
    actor,
    id,
    sql`asks.cohort_id, asks.to_workspace_id as to_id, asks.html, asks.markdown, ${writeUpJson(actor)} as write_up,
      (select u.workspace_id from write_ups u where u.id = asks.write_up_id) as write_up_city,
      (select ${saidJson("a")} from comments a ${AUTHOR("a")} where a.id = asks.answer_id and ${standing("a")}) as answer,
      (select coalesce(json_agg(f.one order by f.created_at desc, f.id desc), '[]') from (
        select c.id, c.created_at, ${saidJson("c")} as one from comments c ${AUTHOR("c")}
        where c.ask_id = asks.id and c.id is distinct from asks.answer_id and ${standing("c")}
        order by c.created_at desc, c.id desc limit ${ANSWERS_OFFERED}) f) as said_last,
      ${HEARD} as heard,
      (select json_build_object('by', p.name, 'at', ${millis(sql`asks.closed_at`)}) from people p where p.id = asks.closed_by) as closed_by,
      asks.attached_at is not null and ${ANSWERED} as attached,
      case when asks.asker_id = ${actor.personId} then ${lookedJson(sql`a.ask_id = asks.id`, sql`asks.hidden_at`)} end as looked`,
  );
  if (!found) return null;
  const { ask, row } = found;
  const at = (said: Omit<SaidToAsk, "at"> & { at: number }): SaidToAsk => ({ ...said, at: new Date(said.at) });
  const answer = row.answer && at(row.answer);
  const place = { cohortId: row.cohort_id, workspaceId: row.to_id, ownerId: ask.asker.id };
  const stands = ask.state !== "hidden";
  const settle = stands && canPlace(actor, "ask.settle", place);
  const change = ask.mine && !row.heard && ask.state === "open" && canPlace(actor, "ask.post", place);
  const cities = mayTake({
    writeUpCity: row.write_up_city,
    askedCity: row.to_id,
    answeringCity: answer?.city?.id ?? null,
  }).filter((workspaceId) => stands && canPlace(actor, "ask.attach", { cohortId: row.cohort_id, workspaceId }));
  const on = {
    read: true,
    moderate: canPlace(actor, "ask.moderate", place),
    report: canPlace(actor, "ask.report", place),
  };
  const judged = { authorId: ask.asker.id, deleted: false, hidden: !stands };
  const { report, hide } = moderationAbilities(actor, on, judged);
  return {
    ...ask,
    html: row.html,
    markdown: change ? row.markdown : null,
    writeUp: row.write_up,
    answer,
    offered: settle && ask.state !== "closed" ? row.said_last.map(at) : [],
    closed: row.closed_by && { by: row.closed_by.by, at: new Date(row.closed_by.at) },
    attached: row.attached,
    attachable: answer && cities.length > 0 ? await sharedBy(actor, row.cohort_id, cities) : [],
    looked: lookedOf(row.looked),
    abilities: {
      settle,
      change,
      close: stands && canPlace(actor, "ask.close", place) && ask.state !== "answered",
      attach: answer !== null && cities.length > 0,
      report,
      hide,
    },
  };
}

/** What the cohort reads of cities, by title in a language of the actor's. */
async function sharedBy(actor: Actor, cohortId: string, cities: string[]): Promise<AskWriteUp[]> {
  const rows = await db.execute<AskWriteUp & Record<string, unknown>>(sql`
    select * from (select distinct on (${writeUps.id}) ${writeUps.id}, x.title, x.language
      from ${writeUps} join write_up_texts x on x.write_up_id = ${writeUps.id} and x.audience = ${readingFor(actor)}
      where ${writeUps.cohortId} = ${cohortId} and ${writeUps.workspaceId} = any(string_to_array(${cities.join(",")}, ','))
        and ${writeUps.audience} in ('cohort', 'public') and ${visibleTo(actor)}
      order by ${writeUps.id}, x.language = ${actor.locale} desc, x.language = ${writeUps.language} desc) f
    order by title, id limit 100`);
  return rows.map(({ id, title, language }) => ({ id, title, language }));
}

const FIRST_WORDS = 160;

/** How somebody's words begin, without their form. */
export function firstWords(html: string): string {
  const words = plainText(html);
  return words.length <= FIRST_WORDS ? words : `${words.slice(0, FIRST_WORDS).replace(/\s+\S*$/, "")}…`;
}
