import { AsyncLocalStorage } from "node:async_hooks";

/** @typedef {{ retryAfter: number | null }} Answer What an action has to say about the answer to its own request. */

/** Where lib/action/ask-to-wait.ts finds it: the bundle that Next makes cannot import this file. @type {AsyncLocalStorage<Answer>} */
const answers = new AsyncLocalStorage();
Object.assign(globalThis, { stafetaAnswers: answers });

/**
 * Handles a form that was sent. When its action asks to wait, the answer has the status 429 and says when to come back.
 * @param {import("node:http").ServerResponse} response @param {() => Promise<void>} handle
 */
export function handleForm(response, handle) {
  /** @type {Answer} */
  const answer = { retryAfter: null };
  const { writeHead } = response;
  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {number} */ status, /** @type {any[]} */ ...rest) => {
      const later = answer.retryAfter !== null && status === 200;
      if (later) response.setHeader("Retry-After", String(answer.retryAfter));
      return writeHead.call(response, later ? 429 : status, ...rest);
    }
  );
  return answers.run(answer, handle);
}
