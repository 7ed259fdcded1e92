import { isOurHost } from "./front.mjs";

/**
 * Leaves one address, one host and one protocol in the headers that proxies write and anybody can forge. We speak
 * plain HTTP, so that a public https address means that a proxy of ours is in front and has appended its word.
 * @param {import("node:http").IncomingMessage} request
 * @param {URL} site
 */
export function settleForwarded({ headers, socket }, site) {
  const behindProxy = site.protocol === "https:";
  const appended = behindProxy
    ? String(headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  headers["x-forwarded-for"] = appended || socket.remoteAddress || "";

  const named = headers["x-forwarded-host"];
  const isPublic = headers.origin === site.origin || (typeof named === "string" && named.toLowerCase() === site.host);
  const host = isPublic ? site.host : headers.host;
  headers["x-forwarded-host"] = isOurHost(host, site) ? host : site.host;
  headers["x-forwarded-proto"] = headers["x-forwarded-host"] === site.host ? site.protocol.slice(0, -1) : "http";
  delete headers.forwarded;
}
