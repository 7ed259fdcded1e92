import { COPY_MAX, type CopyState, type FormAddress, type KeptCopy, type KeptState } from "@/lib/working-copies/limits";

const PATH = "/api/working-copies";
/** What a browser still sends for a page that is closing. */
const KEEPALIVE_MAX = 60_000;

/** A line that is lost without a word: after so many milliseconds it counts as away. */
const PATIENCE = 8000;

/** "away": no line, or the server is not there. "refused": it answered, and it will answer so again. */
export type Trouble = "away" | "refused";

/** Throws Trouble. */
export async function sendCopy(copy: KeptCopy): Promise<KeptState> {
  const { writeUp, task, language, fields, version, seen, serial } = copy;
  // The server would say so too, after a megabyte or ten.
  if (fields.reduce((sum, pair) => sum + pair.join("").length, 0) > COPY_MAX) throw "refused" satisfies Trouble;
  const body = JSON.stringify({ writeUp, task, language, fields, version, seen, serial });
  return ask<KeptState>(PATH, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
    keepalive: body.length < KEEPALIVE_MAX,
  });
}

export function openForm(address: FormAddress): Promise<CopyState> {
  return ask<CopyState>(`${PATH}?${query(address)}`, {});
}

export function throwAway(address: FormAddress): Promise<unknown> {
  return ask(`${PATH}?${query(address)}&do=throw-away`, { method: "POST" });
}

export function leave(address: FormAddress): void {
  ask(`${PATH}?${query(address)}&do=leave`, { method: "POST", keepalive: true }).catch(() => {});
}

function query({ writeUp, task, language }: FormAddress): string {
  return new URLSearchParams({ writeUp, task, language }).toString();
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const send = (keepalive: boolean) =>
    fetch(path, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE), ...init, keepalive });
  // What is on its way together may be no more than 64 KB if it is to outlive the page: refused so, it goes without.
  const answer = await send(init.keepalive ?? false)
    .catch((why: Error) => (init.keepalive && why.name === "TypeError" ? send(false) : null))
    .catch(() => null);
  const body = answer?.ok ? await answer.json().catch(() => null) : null;
  if (body !== null) return body as T;
  const trouble: Trouble = answer && !answer.ok && answer.status < 500 && answer.status !== 429 ? "refused" : "away";
  throw trouble;
}
