import postgres from "postgres";
import { renderMarkdown } from "@/lib/text/markdown";
import { readingColumns } from "@/lib/write-ups/reading";
import { type Chance, chance } from "./chance";
import { makeDocument } from "./document";
import { searchWords, sentences } from "./words";

export const PEOPLE = 200;
export const WRITE_UPS = 1_000;
export const COMMENTS = 60_000;
const WITH_TWENTY = 500;
const ONE_WITH = 10_000;
/** What is new for the person who asks: events, and the write-ups that they are about. */
const NEWS = { events: 300, things: 30 };
/** Everything was written before this moment. */
export const FILLED = "2026-01-01T00:00:00Z";

const CITIES = [
  ["turin", "TOR", "Turin", "IT", "Europe/Rome", "tor"],
  ["dublin", "DUB", "Dublin", "IE", "Europe/Dublin", "dub"],
  ["bilbao", "BIO", "Bilbao", "ES", "Europe/Madrid", "bio"],
  ["rotterdam", "RTM", "Rotterdam", "NL", "Europe/Amsterdam", "rtm"],
  ["san-francisco", "SFO", "San Francisco", "US", "America/Los_Angeles", "sfo"],
  ["belo-horizonte", "BHZ", "Belo Horizonte", "BR", "America/Sao_Paulo", "bhz"],
  ["warsaw", "WAW", "Warsaw", "PL", "Europe/Warsaw", "waw"],
] as const;

export interface Filled {
  /** The people of the cities: all of them may comment. */
  peopleIds: string[];
  writeUps: { id: string; title: string; comments: number }[];
  words: string[];
}

type Row = Record<string, unknown> & { id?: string };

/** Puts the whole workload into an empty, migrated database. The same in every run. */
export async function fill(url: string): Promise<Filled> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  /** The rows as one JSON value: one statement for each table, or few. */
  const insert = async (table: string, rows: Row[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(", ");
    for (let at = 0; at < rows.length; at += 5_000) {
      await sql.unsafe(
        `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::text::json)`,
        [JSON.stringify(rows.slice(at, at + 5_000))],
      );
    }
  };
  const by = chance(2026);
  const cohort = { id: by.id(), name: "Bench", stage: "explore", starts_on: "2024-01-01", demo: false };
  const now = { created_at: "2024-01-01T00:00:00Z" };
  await insert("cohorts", [{ ...cohort, ...now }]);
  const cities = CITIES.map(([slug, code, name, country, zone, accent], n) => ({
    ...{ id: by.id(), cohort_id: cohort.id, kind: "city", slug, code, name, local_name: name, country, zone, accent },
    ...{ languages: ["en"], latitude: 45, longitude: n, currency: "EUR", ...now },
  }));
  await insert("workspaces", cities);

  const people = Array.from({ length: PEOPLE }, (_, n) => ({
    ...{ id: by.id(), email: `person-${n}@example.org`, name: `Person ${n}`, languages: ["en"], zone: "Europe/Rome" },
    ...{ work_start: 540, work_end: 1020, theme: "system", expertise: "", ...now },
  }));
  await insert("people", people);
  const ofCities = people.slice(4);
  const memberships = people.map(({ id }, n) => ({
    ...{ id: by.id(), person_id: id, cohort_id: cohort.id, from_at: now.created_at },
    workspace_id: n < 4 ? null : cities[n % cities.length]?.id,
    role:
      n < 4 ? ["admin", "facilitator", "facilitator", "observer"][n] : n < 11 ? "lead" : n % 3 ? "member" : "official",
  }));
  await insert("memberships", memberships);
  const cityOf = new Map(memberships.map((one) => [one.person_id, one.workspace_id]));

  await insert("crises", [{ id: "flood", type: "flood", hazard: "meteorological-hydrological" }]);
  const writeUps = Array.from({ length: WRITE_UPS }, (_, n) => {
    const kind = n % 3 ? ("practice" as const) : ("case" as const);
    const author = by.pick(ofCities).id;
    const released = new Date(Date.UTC(2024, 1, 1) + by.below(300 * 86_400) * 1_000).toISOString();
    const columns = readingColumns(makeDocument(by, kind));
    return { id: by.id(), kind, author, released, revision: by.id(), columns };
  });
  await insert(
    "write_ups",
    writeUps.map(({ id, kind, author, released, revision }) => ({
      ...{ id, kind, cohort_id: cohort.id, workspace_id: cityOf.get(author), audience: "cohort", language: "en" },
      ...{ crisis_id: kind === "case" ? "flood" : null, released_revision_id: revision, released_at: released },
      ...{ created_by: author, created_at: released, updated_at: released },
    })),
  );
  await insert(
    "write_up_authors",
    writeUps.map(({ id, author }) => ({ write_up_id: id, person_id: author })),
  );
  await insert(
    "revisions",
    writeUps.map(({ id, author, released, revision, columns }) => ({
      ...{ id: revision, write_up_id: id, number: 1, audience: "cohort", documents: { en: columns.document } },
      work: { en: columns.document },
      ...{ created_by: author, created_at: released },
    })),
  );
  for (const audience of ["city", "cohort"]) {
    const rows = writeUps.map(({ id, released, columns }) => ({
      ...{ write_up_id: id, audience, language: "en", ...columns, version: 1, updated_at: released },
    }));
    await insert("write_up_texts", rows);
  }

  const counts = writeUps.map((_, n) => commentsOn(n));
  await insert("comments", comments(by, cohort.id, writeUps, counts, ofCities, cityOf));
  // Each author was told of each comment, and has seen all but the last five.
  await sql`
    insert into notifications (id, person_id, kind, write_up_id, comment_id, actor_id, created_at, seen_at, mailed_at)
    select 'n' || substr(c.id, 2), a.person_id, 'comment', c.write_up_id, c.id, c.author_id, c.created_at,
      case when row_number() over (partition by a.person_id order by c.created_at desc, c.id) > 5 then c.created_at end,
      c.created_at
    from comments c join write_up_authors a on a.write_up_id = c.write_up_id where a.person_id <> c.author_id`;
  const [reader] = ofCities;
  await sql`
    insert into notifications (id, person_id, kind, write_up_id, comment_id, actor_id, created_at, mailed_at)
    select 'm' || substr(c.id, 2), ${reader?.id ?? ""}, 'comment', c.write_up_id, c.id, c.author_id, c.created_at, c.created_at
    from (select c.*, row_number() over (partition by c.write_up_id order by c.created_at desc, c.id) as place from comments c
      where c.author_id <> ${reader?.id ?? ""} and c.write_up_id in ${sql(writeUps.slice(1, NEWS.things + 1).map(({ id }) => id))}) c
    where c.place <= ${NEWS.events / NEWS.things}`;
  await sql`vacuum (analyze)`;
  await sql`checkpoint`;
  const [counted] = await sql<{ people: number; write_ups: number; comments: number }[]>`
    select (select count(*)::int from people) as people, (select count(*)::int from write_ups) as write_ups,
      (select count(*)::int from comments) as comments`;
  await sql.end();
  if (counted?.people !== PEOPLE || counted.write_ups !== WRITE_UPS || counted.comments !== COMMENTS) {
    throw new Error(`the database was not filled as it should be: ${JSON.stringify(counted)}`);
  }
  return {
    peopleIds: ofCities.map(({ id }) => id),
    writeUps: writeUps.map(({ id, columns }, n) => ({ id, title: columns.title, comments: counts[n] ?? 0 })),
    words: searchWords(48),
  };
}

/** The first has 200, five hundred have 20, the last has ten thousand, the others share what is left evenly. */
function commentsOn(n: number): number {
  if (n === 0) return 200;
  if (n <= WITH_TWENTY) return 20;
  if (n === WRITE_UPS - 1) return ONE_WITH;
  const left = COMMENTS - 200 - WITH_TWENTY * 20 - ONE_WITH;
  const others = WRITE_UPS - 2 - WITH_TWENTY;
  return Math.floor(left / others) + (n - WITH_TWENTY - 1 < left % others ? 1 : 0);
}

/** Three in ten are answers. In the order of time, so that a write-up's comments lie as scattered as life leaves them. */
function comments(
  by: Chance,
  cohortId: string,
  writeUps: { id: string }[],
  counts: number[],
  people: { id: string }[],
  cityOf: Map<string, string | null | undefined>,
): Row[] {
  const texts = Array.from({ length: 500 }, () => {
    const markdown = `${sentences(by, 15 + by.below(50))}${by.next() < 0.3 ? `\n\n${sentences(by, 20)}` : ""}`;
    return { markdown, html: renderMarkdown(markdown) };
  });
  const rows = writeUps.flatMap(({ id: writeUpId }, n) => {
    const roots: { id: string; created_at: string }[] = [];
    const count = counts[n] ?? 0;
    return Array.from({ length: count }, (_, place): Row & { created_at: string } => {
      const answers = place % 10 > 6 ? by.pick(roots.slice(-5)) : null;
      const time = Date.UTC(2025, 0, 1) + ((place + by.next()) / count) * 360 * 86_400_000;
      const author = by.pick(people).id;
      const row = { id: by.id(), created_at: new Date(time).toISOString() };
      if (!answers) roots.push(row);
      return {
        ...{ ...row, cohort_id: cohortId, write_up_id: writeUpId, parent_id: answers?.id ?? null, author_id: author },
        ...{ workspace_id: cityOf.get(author), audience: "cohort", language: "en", ...by.pick(texts) },
      };
    });
  });
  return rows.sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
}
