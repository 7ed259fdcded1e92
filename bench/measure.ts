import { type Limits, type Load, load } from "./load";
import { cpuOf, memoryOf } from "./processes";
import type { Server } from "./servers";
import { forgetPosts, jobsDone, type Workload } from "./workloads";

/** What one run, or the median of several, came to. Null: this machine cannot tell. */
export interface Figures {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  bytes: number;
  /** Milliseconds of the server and the database together, for one request. */
  cpu: number | null;
  serverCpu: number | null;
  databaseCpu: number | null;
  /** Milliseconds more for the jobs that a request leaves behind, such as mails. */
  jobs: number | null;
  memory: number | null;
}

export interface Measured {
  figures: Figures;
  requests: number;
  wrong: string[];
}

/** One run against one server. */
export async function measure(
  server: Server,
  databasePid: number,
  { next, requests, writes }: Workload,
  limits: Limits,
  withJobs: boolean,
): Promise<Measured> {
  const clocks = () => ({ server: cpuOf([server.pid]), database: cpuOf([databasePid]) });
  const before = clocks();
  let memory = memoryOf(server.pid);
  const watch = setInterval(() => {
    const now = memoryOf(server.pid);
    if (now !== null && memory !== null) memory = Math.max(memory, now);
  }, 200);
  const done = await load(server.port, next, { ...limits, requests });
  clearInterval(watch);
  const after = clocks();
  if (writes && withJobs) await jobsDone();
  const later = clocks();
  const each = (from: number | null, to: number | null) =>
    from === null || to === null ? null : (to - from) / done.requests;
  const cpu = {
    serverCpu: each(before.server, after.server),
    databaseCpu: each(before.database, after.database),
    jobs: writes && withJobs ? sum(each(after.server, later.server), each(after.database, later.database)) : null,
  };
  const wrong = [...done.wrong, ...(writes ? await postsAreThere(done) : [])];
  return { figures: figuresOf(done, cpu, memory), requests: done.requests, wrong };
}

/** Every post that was answered is a row; then they go, so that the next run finds what this one found. */
async function postsAreThere(done: Load): Promise<string[]> {
  const rows = await forgetPosts();
  return rows === done.requests ? [] : [`${done.requests} comments were posted, ${rows} are there`];
}

function figuresOf(
  { requests, seconds, times, bytes }: Load,
  cpu: Pick<Figures, "serverCpu" | "databaseCpu" | "jobs">,
  memory: number | null,
): Figures {
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    perSecond: requests / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes,
    cpu: sum(cpu.serverCpu, cpu.databaseCpu),
    ...cpu,
    memory,
  };
}

const sum = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);

/** The median of each figure; of memory the most. */
export function medianOf(all: Figures[]): Figures {
  const first = all[0];
  if (!first) throw new Error("nothing was measured");
  const entries = (Object.keys(first) as (keyof Figures)[]).map((key) => {
    const values = all.flatMap((one) => one[key] ?? []).sort((a, b) => a - b);
    const at = key === "memory" ? values.length - 1 : Math.floor(values.length / 2);
    return [key, values[at] ?? null];
  });
  // The same keys as `first`, which fromEntries forgets.
  return Object.fromEntries(entries) as unknown as Figures;
}
