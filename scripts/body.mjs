import { IncomingMessage } from "node:http";
import { BODY_LIMIT, boundaryOf, brokenBody, isUpload, tooLarge } from "./front.mjs";

const VALUE = /^(\$|undefined$|N$|I$|-|T|K|D|@|n-?\d{1,300}$)/;

/** How long a body that is read here may take to arrive. */
const PATIENCE = 60_000;

/**
 * Reads a body to its end; null when it is larger than we take. A file is left to its route, which reads it as it comes:
 * then the request itself is given back.
 * @param {IncomingMessage} request
 * @returns {Promise<Buffer | IncomingMessage | null>}
 */
export async function readBody(request) {
  if (isUpload(request.url)) return request;
  const late = setTimeout(() => request.destroy(), PATIENCE);
  try {
    return await wholeBody(request);
  } finally {
    clearTimeout(late);
  }
}

/** @param {IncomingMessage} request */
async function wholeBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

/**
 * The same request with its body to be read again, or for the first time.
 * @param {IncomingMessage} request @param {Buffer | IncomingMessage} body
 */
export function withBody(request, body) {
  if (body instanceof IncomingMessage) return body;
  const again = new IncomingMessage(request.socket);
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders } = request;
  Object.assign(again, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders, complete: true });
  again.headers = headers;
  again.push(body);
  again.push(null);
  return again;
}

/**
 * Next answers 500 to forms and actions that don't parse; these are the sender's mistakes.
 * @param {import("node:http").IncomingHttpHeaders} headers
 * @param {Buffer | IncomingMessage | null} body
 * @returns {import("./front.mjs").Refused | null}
 */
export function refuseBody(headers, body) {
  if (body === null) return tooLarge;
  if (body instanceof IncomingMessage) return null;
  const type = headers["content-type"] ?? "";
  const isAction = headers["next-action"] !== undefined;
  if (!/^multipart\/form-data/i.test(type))
    return isAction && !isArgumentList(new Map([["0", body]]), "0") ? brokenBody : null;
  const parts = partsOf(body, boundaryOf(type) ?? "");
  if (!parts) return brokenBody;
  return isSoundAction(parts, isAction) ? null : brokenBody;
}

/** @param {Map<string, Buffer>} parts @param {boolean} isAction */
function isSoundAction(parts, isAction) {
  if (isAction) return isArgumentList(parts, "0");
  // A form sent before the page's code has arrived names its action and what is bound to it in fields of React's.
  return [...parts].every(([name, value]) => {
    if (name.startsWith("$ACTION_REF_")) return isBound(parts, name.slice("$ACTION_REF_".length));
    return !/^\$ACTION_\d+:/.test(name) || isJson(value);
  });
}

/** @param {Map<string, Buffer>} parts @param {string} number */
function isBound(parts, number) {
  const action = parseJson(parts.get(`$ACTION_${number}:0`));
  const bound = /^\$@([0-9a-f]+)$/.exec(action?.bound ?? "$@")?.[1];
  return action !== undefined && (!bound || isArgumentList(parts, `$ACTION_${number}:${bound}`));
}

/**
 * What React's encodeReply writes: a list whose strings name values ("$D2026-…") or other parts ("$Q1") after a dollar.
 * @param {Map<string, Buffer>} parts @param {string} name
 */
function isArgumentList(parts, name) {
  const list = parts.get(name);
  if (!Array.isArray(parseJson(list))) return false;
  for (const [, token = ""] of String(list).matchAll(/[[{,:]\s*"\$([^"\\]*)/g)) {
    const part = /^[^0-9a-f]?([0-9a-f]+)(:|$)/.exec(token)?.[1];
    if (!VALUE.test(token) && !parts.has(part ?? "")) return false;
  }
  return true;
}

/** @param {Buffer | undefined} value */
const isJson = (value) => parseJson(value) !== undefined;

/** @param {Buffer | undefined} value */
function parseJson(value) {
  try {
    return JSON.parse(value?.toString() ?? "");
  } catch {
    return undefined;
  }
}

/**
 * The parts of a form by name, or null when it is not whole.
 * @param {Buffer} body @param {string} boundary
 */
function partsOf(body, boundary) {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  if (body.indexOf(delimiter.subarray(2)) !== 0) return null;
  /** @type {Map<string, Buffer>} */
  const parts = new Map();
  let at = delimiter.length - 2;
  while (body.toString("latin1", at, at + 2) !== "--") {
    const head = body.indexOf("\r\n\r\n", at);
    const next = body.indexOf(delimiter, at);
    if (head === -1 || next === -1 || head > next) return null;
    const name = /^\r\ncontent-disposition: *form-data; *name="([^"]*)"/im.exec(body.toString("utf8", at, head))?.[1];
    if (name === undefined) return null;
    parts.set(name, body.subarray(head + 4, next));
    at = next + delimiter.length;
  }
  return parts;
}
