import { get } from "node:http";
import type { Server } from "./servers";

export interface StreamHead {
  topic: string;
  token: string;
}

/** Opens a stream as a browser does; resolves when it is open, with what closes it. */
export function listen<News>(
  { port }: Server,
  { topic, token }: StreamHead,
  hear: (news: News) => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const stream = get(
      { port, host: "localhost", path: `/api/live?topic=${topic}`, agent: false, headers: headersFor(token) },
      (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`${answer.statusCode} for a stream`));
        let rest = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk: string) => {
          const frames = (rest + chunk).split("\n\n");
          rest = frames.pop() ?? "";
          for (const frame of frames) if (frame.startsWith("data: ")) hear(JSON.parse(frame.slice(6)) as News);
        });
        answer.on("error", () => {});
        resolve(() => stream.destroy());
      },
    );
    stream.on("error", reject);
  });
}

export function headersFor(token: string) {
  return { cookie: `stafeta=${token}`, "content-type": "application/json" };
}

export function report(what: string, figure: number, limit: number) {
  const good = figure <= limit;
  if (!good) process.exitCode = 1;
  console.log(`${good ? "ok  " : "OVER"} ${what}: ${Math.round(figure * 10) / 10} (at most ${limit})`);
}

export function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}
