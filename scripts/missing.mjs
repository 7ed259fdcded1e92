/** An address that no page has; Next renders its not-found page whole on the server only there. */
const NOWHERE = "/not-here";

/** A write-up, its revisions and what else stands below it. Its page "withdrawn" is there for those who lost it. */
const WRITE_UP = /^\/write-ups\/([^/?#]+)(?:[/?#]|$)/;

/**
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {(request: Request, response: Response) => Promise<void>} Handle
 */

/**
 * A page that finds nothing leaves its not-found page to the browser: without JavaScript it would stay empty. So such an
 * answer is held back, and others are asked for in its place: whether it was taken back, which is told with 410 to those who
 * could read it before, and else the page of an address that does not exist, the same bytes for what is hidden and for what
 * is made up. No header or parameter of the request decides it: only what Next answers there. Call before Next's handler.
 * @param {Request} request @param {Response} response @param {Handle} handle
 */
export function answerMissing(request, response, handle) {
  if (request.headers.rsc || request.headers["next-action"]) return;
  const asked = request.url ?? "";
  const gone = goneAddress(asked);
  if (gone !== null && asked.split("?", 1)[0] === gone) return holdBack(request, response, handle, [NOWHERE], true);
  holdBack(request, response, handle, gone === null ? [NOWHERE] : [gone, NOWHERE], false);
}

/** @param {string} url */
function goneAddress(url) {
  const found = WRITE_UP.exec(url);
  return found && `/write-ups/${found[1]}/withdrawn`;
}

/**
 * @param {Request} request @param {Response} response @param {Handle} handle
 * @param {string[]} others where to ask, in turn, when Next finds nothing
 * @param {boolean} isGone whether what is found says that something is gone
 */
function holdBack(request, response, handle, others, isGone) {
  const [next, ...rest] = others;
  if (next === undefined) return;
  const { writeHead, write, end, flushHeaders } = response;
  const isPage = () => String(response.getHeader("content-type") ?? "").startsWith("text/html");
  const isMissing = () => response.statusCode === 404 && isPage();

  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {Parameters<typeof writeHead>} */ ...args) => {
      if (isMissing()) return response;
      if (!isGone || args[0] !== 200) return writeHead.apply(response, args);
      args[0] = 410;
      return writeHead.apply(response, args);
    }
  );
  response.flushHeaders = () => isMissing() || flushHeaders.call(response);
  response.write = /** @type {typeof write} */ (
    (/** @type {Parameters<typeof write>} */ ...args) => isMissing() || write.apply(response, args)
  );
  response.end = /** @type {typeof end} */ (
    (/** @type {Parameters<typeof end>} */ ...args) => {
      const missing = isMissing();
      // What is on its way keeps its status until it is sent: the first bytes may go out with the last.
      if (!missing) return end.apply(response, args);
      Object.assign(response, { writeHead, write, end, flushHeaders });
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      // Next sets a status only when it is not 200, and listens for the end of the response each time it is asked.
      response.statusCode = 200;
      response.setMaxListeners(30);
      request.url = next;
      holdBack(request, response, handle, rest, next !== NOWHERE);
      handle(request, response).catch((error) => response.destroy(error));
      return response;
    }
  );
}
