import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import postgres from "postgres";
import type { Statement } from "./record";

/**
 * The floor: what the same pages would cost as nothing but their statements and strings. No framework, no sessions in
 * code, no checks: what it answers is no page for anybody.
 */

/** For each address what the page sends to the database; ids in `fresh` are made anew for each request. */
export type Script = Record<string, { statements: Statement[]; fresh?: string[] }>;

// biome-ignore lint/suspicious/noExplicitAny: rows are whatever the statement says
type Rows = any[];

const script = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Script;
const sql = postgres(process.env.DATABASE_URL ?? "", {
  max: 5,
  onnotice: () => {},
  // Plans are kept, as in db/client.ts.
  connection: { plan_cache_mode: "force_generic_plan" },
});

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const server = createServer(async (request, response) => {
  for await (const _ of request);
  const url = request.url ?? "";
  const known = script[`${request.method} ${url}`];
  if (!known) return response.writeHead(404).end();
  const renew = renewer(known.fresh);
  const results: Rows[] = [];
  for (const { sql: text, params } of known.statements) {
    results.push(await sql.unsafe(text, params.map(renew), { prepare: true }));
  }
  const html = page(
    request.method === "POST" ? "post" : (/^\/(library(\/compare)?|inbox)/.exec(url)?.[0] ?? "reading"),
    results,
  );
  const gzip = request.headers["accept-encoding"] === "gzip";
  const body = gzip ? gzipSync(html) : Buffer.from(html);
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-length": body.length,
    ...(gzip ? { "content-encoding": "gzip" } : {}),
  });
  response.end(body);
});
server.listen(0, () => process.send?.(server.address()));
process.on("disconnect", () => process.exit(0));

function renewer(fresh: string[] = []) {
  const made = new Map(fresh.map((id) => [id, `b${randomBytes(8).toString("hex").slice(0, 15)}`]));
  return (param: Statement["params"][number]) =>
    typeof param === "string" && fresh.length > 0
      ? param
          .split(",")
          .map((part) => made.get(part) ?? part)
          .join(",")
      : param;
}

function page(kind: string, [actors = [], first = [], second = [], ...more]: Rows[]): string {
  const actor = actors[0];
  if (kind === "post") return JSON.stringify({ ok: true, kept: first[0]?.kept, value: second[0] });
  const top = `<!doctype html><title>Stafeta</title><header>${escaped(actor.name)} ${actor.unseen}</header><main>`;
  if (kind === "/library") return `${top}${library(first[0])}</main>`;
  if (kind === "/library/compare") return top + [first, second, ...more].map((rows) => reading(rows[0], [])).join("");
  if (kind === "/inbox") {
    const lines = first[0].lines.map(
      ({ news, actors }: Rows[number]) =>
        `<li><b>${escaped(news.title)}</b>${actors.map((id: string) => escaped(first[0].names[id] ?? "")).join(", ")}${news.comment?.html ?? ""}`,
    );
    return `${top}<ul>${lines.join("")}</ul></main>`;
  }
  return `${top}${reading(first[0], first[0].besides.thread.comments)}</main>`;
}

function library({ found, groups, everything, cities }: Rows[number]): string {
  const named = cities.map(({ name }: { name: string }) => `<li>${escaped(name)}`).join("");
  const counts: Record<string, Record<string, number>> = {};
  const count = (name: string, value: string, n: number) => {
    counts[name] ??= {};
    counts[name][value] = (counts[name][value] ?? 0) + n;
  };
  let total = 0;
  for (const { n, misses, phases, themes, ...one } of groups) {
    if (misses === 0) total += n;
    for (const [name, value] of Object.entries(one)) if (value) count(name, String(value), n);
    for (const phase of phases) count("phase", phase, n);
    for (const theme of themes.split(",")) count("theme", theme, 1);
  }
  const facets = Object.entries(counts).map(
    ([name, values]) =>
      `<fieldset><legend>${name}</legend>${Object.entries(values)
        .map(([value, n]) => `<label><input type="checkbox" name="${name}" value="${escaped(value)}">${n}</label>`)
        .join("")}</fieldset>`,
  );
  const rows = found.map(
    (row: Rows[number]) =>
      `<li><p>${escaped(row.city.name)}<h3><a href="/write-ups/${row.id}">${escaped(row.title)}</a></h3><p>${escaped(row.card)}<p>${escaped(row.passage ?? "")}${row.figures
        .map((figure: { label: string; value: number }) => `<dt>${escaped(figure.label)}<dd>${figure.value}`)
        .join("")}`,
  );
  return `<ul>${named}</ul>${facets.join("")}<p>${total} / ${everything ?? total}<ul>${rows.join("")}</ul>`;
}

function reading({ document, city }: Rows[number], comments: Rows): string {
  const list = (rows: Rows, one: (row: Rows[number]) => string) => rows.map(one).join("");
  const said = (comment: Rows[number]): string =>
    `<article><b>${escaped(comment.city?.name ?? "")}</b> ${escaped(comment.author.name)}${comment.html}<time>${new Date(comment.at).toISOString()}</time>${list(comment.answers?.first ?? [], said)}</article>`;
  return [
    `<p>${escaped(city.name)}<h1>${escaped(document.title)}</h1><p>${escaped(document.card)}`,
    list(document.observations, (one) => `<dt>${escaped(one.label)}<dd>${one.value} ${one.asOf}`),
    list(document.timeline, (one) => `<li>${one.date} ${escaped(one.what)} ${escaped(one.who)}`),
    list(document.sections, (one) => `<h2>${one.key}</h2>${one.html}`),
    list(document.organisations, (one) => `<li>${escaped(one.name)}`),
    list(document.sources, (one) => `<li><a href="${escaped(one.url)}">${escaped(one.title)}</a>`),
    list(comments.slice(0, 20), said),
  ].join("");
}
