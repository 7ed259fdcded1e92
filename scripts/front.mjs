/**
 * What Next alone would answer with a 500 or a 200 that it should not: decided before it is asked.
 *
 * @typedef {object} Refused
 * @property {number} status
 * @property {string} text
 * @property {Record<string, string>} [headers]
 */

export const BODY_LIMIT = 6 * 1024 * 1024;
const URL_LIMIT = 8 * 1024;
const METHODS = ["GET", "HEAD", "POST"];
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

// An identity provider may send the person back with a form.
const FOREIGN_FORMS = "/api/auth/callback/";

/**
 * @typedef {import("node:http").IncomingHttpHeaders} Headers
 * @typedef {{ host: string, origin: string }} Site the public address, of which a URL has the parts
 */

/**
 * @param {{ method?: string, url?: string, headers: Headers }} request
 * @param {Site} site
 * @returns {Refused | null} null: let it in
 */
export function refuse({ method = "", url = "", headers }, site) {
  if (!METHODS.includes(method)) {
    return { status: 405, text: "This address does not take that method.", headers: { Allow: METHODS.join(", ") } };
  }
  if (!isOurHost(headers.host, site)) return { status: 421, text: "This server does not answer for that host." };
  if (url.length > URL_LIMIT) return { status: 414, text: "That address is too long." };
  if (!isSoundPath(url)) return { status: 400, text: "That address is broken." };
  return method === "POST" ? refusePost(url, headers, site) : null;
}

/**
 * @param {string | undefined} host
 * @param {Site} site
 */
export function isOurHost(host, site) {
  return host !== undefined && (host.toLowerCase() === site.host || LOCAL.test(host.toLowerCase()));
}

/** @param {string} url */
function isSoundPath(url) {
  const path = url.split("?", 1)[0] ?? "";
  if (!path.startsWith("/") || path.startsWith("//")) return false;
  try {
    const plain = decodeURIComponent(path);
    return !plain.includes("\0") && !plain.includes("\\");
  } catch {
    return false;
  }
}

/**
 * @param {string} url @param {Headers} headers @param {Site} site
 * @returns {Refused | null}
 */
function refusePost(url, headers, site) {
  if (isForeign(headers, site) && !url.startsWith(FOREIGN_FORMS)) {
    return { status: 403, text: "This form was sent from another site." };
  }
  if (!isUpload(url) && Number(headers["content-length"] ?? 0) > BODY_LIMIT) return tooLarge;
  const type = headers["content-type"] ?? "";
  if (/^multipart\//i.test(type) && !boundaryOf(type)) return brokenBody;
  return null;
}

/**
 * Files come in here. The route reads them as they arrive, has a limit of its own, and says in a sentence what is too large.
 * @param {string | undefined} url
 */
export function isUpload(url) {
  return url?.split("?", 1)[0] === "/api/files";
}

/** @param {Headers} headers @param {Site} site */
function isForeign(headers, site) {
  const { origin, host } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] === "cross-site";
  return origin !== site.origin && !(LOCAL.test(host ?? "") && origin === `http://${host}`);
}

/** @param {string} type a Content-Type */
export function boundaryOf(type) {
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type);
  return found?.[1] ?? found?.[2] ?? null;
}

/** @type {Refused} */
export const tooLarge = { status: 413, text: "That is too large: at most 6 MB can be sent at once." };

/** @type {Refused} */
export const brokenBody = { status: 400, text: "What was sent arrived broken. Please go back and try again." };
