import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import next from "next";
import { readBody, refuseBody, withBody } from "./body.mjs";
import { buildFolder, noteServing } from "./build.mjs";
import { settleForwarded } from "./forwarded.mjs";
import { refuse } from "./front.mjs";
import { headersFor, newNonce, policyFor } from "./headers.mjs";
import { answerMissing } from "./missing.mjs";
import { settingsFrom } from "./settings.mjs";
import { handleForm } from "./wait.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dev = process.argv.includes("--dev");

const { settings, problem } = settingsFrom(process.env);
if (!settings) {
  console.error(problem);
  process.exit(1);
}
Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
// Where next.config.js puts what is built. Development has the folder .next/dev for itself.
process.env.NEXT_DIST_DIR = dev ? ".next" : (process.env.NEXT_DIST_DIR ?? buildFolder(root));

const site = new URL(settings.url);
const always = headersFor(site);
const policy = policyFor({ dev, issuer: settings.oidc?.issuer });

const server = createServer(
  { keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 600_000, highWaterMark: 256 * 1024 },
  answer,
);
const app = next({ dev, dir: root, hostname: "localhost", port: settings.port, httpServer: server });
const handle = app.getRequestHandler();

process.on("SIGTERM", stop);
process.on("SIGINT", () => process.send || stop());
// The starter was killed: nobody else would end us.
process.on("disconnect", stop);

await app.prepare();
if (!dev) noteServing(root, process.env.NEXT_DIST_DIR);
server.once("error", (error) => {
  console.error(`The server could not listen on port ${settings.port}: ${error.message}`);
  process.exit(1);
});
server.listen(settings.port, () => process.send?.("listening"));

/** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
async function answer(request, response) {
  try {
    dress(request, response);
    const refused = refuse(request, site);
    if (refused) return say(response, refused);
    settleForwarded(request, site);
    request.headers["x-stafeta-answer"] = request.headers.rsc || request.headers["next-action"] ? "data" : "page";
    if (!dev) answerMissing(request, response, handle);
    if (request.method !== "POST") return await handle(request, response);

    const body = await readBody(request);
    const broken = refuseBody(request.headers, body);
    if (broken || !body) return say(response, broken ?? { status: 400, text: "Nothing arrived." });
    await handleForm(response, () => handle(withBody(request, body), response));
  } catch (error) {
    if (request.destroyed && !request.complete) return response.destroy();
    const id = randomUUID().slice(0, 8);
    console.error(`[${id}] ${request.method} ${request.url}`, error);
    if (response.headersSent) return response.destroy();
    say(response, {
      status: 500,
      text: `Something went wrong on our side. If you report it, this number helps: ${id}`,
    });
  }
}

/**
 * Our headers go on last, so that a route that sets its own keeps it (a download has a stricter policy).
 * @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response
 */
function dress(request, response) {
  const isFile = request.url?.startsWith("/_next/static/");
  const csp = policy(isFile ? "" : newNonce());
  // Next puts the nonce that it finds in the request's policy on its scripts.
  request.headers["content-security-policy"] = csp;
  const { writeHead } = response;
  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {Parameters<typeof writeHead>} */ ...args) => {
      for (const [name, value] of always) if (!response.hasHeader(name)) response.setHeader(name, value);
      if (!response.hasHeader("Content-Security-Policy")) response.setHeader("Content-Security-Policy", csp);
      response.removeHeader("X-Powered-By");
      if (String(response.getHeader("Content-Type")).startsWith("text/html")) inOnePiece(response);
      return writeHead.apply(response, args);
    }
  );
}

/**
 * A page comes in dozens of small pieces within a few milliseconds: together they are one write, unless they are many.
 * @param {import("node:http").ServerResponse} response
 */
function inOnePiece(response) {
  const { write } = response;
  response.cork();
  response.write = /** @type {typeof write} */ (
    (/** @type {Parameters<typeof write>} */ ...args) => {
      const room = write.apply(response, args);
      // Whoever writes waits now until it has gone out.
      if (!room) response.uncork();
      return room;
    }
  );
}

/** @param {import("node:http").ServerResponse} response @param {import("./front.mjs").Refused} refused */
function say(response, { status, text, headers = {} }) {
  response.req.resume();
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    Connection: "close",
    ...headers,
  });
  response.end(`${text}\n`);
}

let stopping = false;

/** Ends what is under way, then what the app has registered (jobs), within ten seconds. */
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), 10_000).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const stops = /** @type {{ stafetaStops?: Set<() => unknown> }} */ (globalThis).stafetaStops ?? new Set();
  await Promise.allSettled([...stops].map((end) => end()));
  await closed;
  await Promise.allSettled([app.close()]);
  process.exit(0);
}
