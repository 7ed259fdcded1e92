import { Agent, request } from "node:http";

export interface Request {
  path: string;
  cookie: string;
  /** What the answer must hold. */
  expect: string;
  post?: { headers: Record<string, string>; body: string };
}

export interface Load {
  requests: number;
  seconds: number;
  /** Milliseconds, in order. */
  times: number[];
  bytes: number;
  /** What the first wrong answers said. */
  wrong: string[];
}

export interface Limits {
  connections: number;
  seconds: number;
  requests?: number;
  gzip: boolean;
}

/** Asks over `connections` lines that stay open, each the next as soon as it has its answer, and looks at every answer. */
export async function load(port: number, next: () => Request, limits: Limits): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: limits.connections });
  const times: number[] = [];
  const wrong: string[] = [];
  let bytes = 0;
  const began = performance.now();
  const end = began + limits.seconds * 1_000;
  let left = limits.requests ?? Number.POSITIVE_INFINITY;
  const line = async () => {
    while (performance.now() < end && left-- > 0) {
      const asked = next();
      const start = performance.now();
      const { status, body } = await ask(agent, port, asked, limits.gzip);
      times.push(performance.now() - start);
      bytes += body.length;
      const holds = status === 200 && (limits.gzip || body.includes(asked.expect));
      if (!holds && wrong.length < 3) wrong.push(`${asked.path}: ${status} ${body.subarray(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: limits.connections }, line));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { requests: times.length, seconds, times, bytes: bytes / Math.max(1, times.length), wrong };
}

/** One request and its whole answer. */
export function ask(agent: Agent, port: number, { path, cookie, post }: Request, gzip: boolean) {
  return new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
    const headers = {
      ...{ host: `localhost:${port}`, cookie, accept: "text/html", "user-agent": "stafeta-bench" },
      ...(gzip ? { "accept-encoding": "gzip" } : {}),
      ...(post && { ...post.headers, "content-length": Buffer.byteLength(post.body) }),
    };
    const sent = request({ agent, host: "127.0.0.1", port, path, method: post ? "POST" : "GET", headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }));
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(post?.body);
  });
}
