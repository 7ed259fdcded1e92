import { cpus, release, totalmem } from "node:os";
import type { Figures } from "./measure";

export interface Result {
  name: string;
  what: string;
  connections: number;
  app: Figures;
  floor: Figures;
}

export function machine() {
  return {
    node: process.version,
    system: `${process.platform} ${release()}`,
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? "",
    memory: totalmem(),
  };
}

const COLUMNS = [
  "",
  "lines",
  "req/s",
  "p50",
  "p95",
  "p99",
  "bytes",
  "CPU ms",
  "server",
  "database",
  "floor",
  "times",
  "memory",
];

export function table(results: Result[]): string {
  const rows = results.map(({ name, connections, app, floor }) => [
    name,
    String(connections),
    number(app.perSecond, 0),
    number(app.p50, 1),
    number(app.p95, 1),
    number(app.p99, 1),
    number(app.bytes, 0),
    number(app.cpu, 2),
    number(app.serverCpu, 2),
    number(app.databaseCpu, 2),
    number(floor.cpu, 2),
    number(app.cpu === null || floor.cpu === null ? null : app.cpu / floor.cpu, 1),
    app.memory === null ? "n/a" : `${Math.round(app.memory / 2 ** 20)} MB`,
  ]);
  const widths = COLUMNS.map((column, n) => Math.max(column.length, ...rows.map((row) => row[n]?.length ?? 0)));
  const line = (row: string[]) =>
    row.map((cell, n) => (n === 0 ? cell.padEnd(3) : cell.padStart(widths[n] ?? 0))).join("  ");
  const names = new Map(results.map(({ name, what }) => [name, what]));
  return [
    line(COLUMNS.map((column, n) => (n === 0 ? "   " : column))),
    ...rows.map(line),
    "",
    ...[...names].map(([name, what]) => `${name}  ${what}`),
    ...results.flatMap(({ name, connections, app }) =>
      app.jobs === null
        ? []
        : [`${name}, ${connections}: ${number(app.jobs, 2)} ms more for the jobs that it leaves behind`],
    ),
    "",
    "p50, p95, p99: milliseconds until the whole answer. CPU ms: of the server and the database together, for one request;",
    "the floor is the same for a bare node:http server that sends the same SQL and joins strings.",
  ].join("\n");
}

function number(value: number | null, digits: number): string {
  return value === null ? "n/a" : value.toFixed(digits);
}
