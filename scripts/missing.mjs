/** An address that no page has; Next renders its not-found page whole on the server only there. */
const NOWHERE = "/not-here";

/**
 * A page that finds nothing leaves its not-found page to the browser: without JavaScript it would stay empty. So such an
 * answer is held back and the page of an address that does not exist is sent instead, the same bytes for what is hidden and
 * for what is made up. Call before Next's handler.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>} handle
 */
export function answerMissing(request, response, handle) {
  if (request.headers.rsc || request.headers["next-action"]) return;
  const { writeHead, write, end, flushHeaders } = response;
  const isMissing = () =>
    response.statusCode === 404 && String(response.getHeader("content-type") ?? "").startsWith("text/html");

  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {Parameters<typeof writeHead>} */ ...args) => (isMissing() ? response : writeHead.apply(response, args))
  );
  response.flushHeaders = () => isMissing() || flushHeaders.call(response);
  response.write = /** @type {typeof write} */ (
    (/** @type {Parameters<typeof write>} */ ...args) => isMissing() || write.apply(response, args)
  );
  response.end = /** @type {typeof end} */ (
    (/** @type {Parameters<typeof end>} */ ...args) => {
      const missing = isMissing();
      Object.assign(response, { writeHead, write, end, flushHeaders });
      if (!missing) return end.apply(response, args);
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      request.url = NOWHERE;
      handle(request, response).catch((error) => response.destroy(error));
      return response;
    }
  );
}
