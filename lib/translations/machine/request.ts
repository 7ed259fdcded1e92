import "server-only";

/** Why a translation service gave nothing. Each has a sentence of its own. */
export type MachineProblem = "unreachable" | "busy" | "unexpected";

export class MachineError extends Error {
  constructor(
    readonly problem: MachineProblem,
    options?: { cause?: unknown },
  ) {
    super(problem, options);
    this.name = "MachineError";
  }
}

const ANSWER_MAX = 2_000_000;

/** Sends JSON to a translation service and reads its answer as JSON, in a limited time and of a limited size. */
export async function ask(
  url: URL,
  body: unknown,
  { headers = {}, timeout }: { headers?: Record<string, string>; timeout: number },
): Promise<unknown> {
  let text: string;
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(timeout),
    });
    // 456: the quota of a DeepL account is used up.
    if (answer.status === 429 || answer.status === 456) throw new MachineError("busy");
    if (!answer.ok) throw new MachineError(answer.status >= 500 ? "unreachable" : "unexpected");
    text = await limited(answer);
  } catch (cause) {
    throw cause instanceof MachineError ? cause : new MachineError("unreachable", { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MachineError("unexpected", { cause });
  }
}

async function limited({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > ANSWER_MAX) throw new MachineError("unexpected");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** As many texts as were sent, and nothing but texts. */
export function texts(found: unknown, count: number): string[] {
  if (!Array.isArray(found) || found.length !== count || !found.every((one) => typeof one === "string"))
    throw new MachineError("unexpected");
  return found;
}

/** Groups of texts that one request carries: at most 40 of them, and about 8,000 characters. */
export function batches(all: string[], size = 40, characters = 8_000): string[][] {
  const groups: string[][] = [];
  let left = 0;
  for (const one of all) {
    const group = groups.at(-1);
    if (!group || group.length >= size || one.length > left) {
      groups.push([one]);
      left = characters - one.length;
    } else {
      group.push(one);
      left -= one.length;
    }
  }
  return groups;
}
