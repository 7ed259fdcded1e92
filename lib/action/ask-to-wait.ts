import "server-only";
import type { AsyncLocalStorage } from "node:async_hooks";

/**
 * Says to the server in front of Next (scripts/wait.mjs) that the answer under way means "later": an action cannot
 * choose its own status. The browser's part of Next takes the answer with 429 like any other.
 */
export function askToWait(seconds: number): void {
  const { stafetaAnswers } = globalThis as { stafetaAnswers?: AsyncLocalStorage<{ retryAfter: number | null }> };
  const answer = stafetaAnswers?.getStore();
  if (answer) answer.retryAfter = seconds;
}
