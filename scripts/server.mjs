import { fork } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { nodeOf } from "./node.mjs";
import { stopChild } from "./processes.mjs";

/**
 * Without a bound the heap grows with the machine's memory before it is collected: 760 MB under the bench on 24 GB. Old and
 * young generation in MB, and one thread that helps to collect them: docs/decisions/0020.
 */
export const SERVER_FLAGS = ["--max-old-space-size=512", "--max-semi-space-size=16", "--v8-pool-size=1"];

const CALM = 5_000;
const TRIES = 3;

/**
 * Starts scripts/serve.mjs, waits until it answers, and starts it again when it was killed.
 * @param {string} root
 * @param {{ dev: boolean, port: number, environment: NodeJS.ProcessEnv, onLost: (why: string) => void }} options
 * @returns {Promise<{ stop: () => Promise<void> }>}
 */
export async function startServer(root, { dev, port, environment, onLost }) {
  let stopping = false;
  let quickEnds = 0;
  let child = launch();
  await answering(child, port);

  return {
    stop() {
      stopping = true;
      return stopChild(child, "SIGTERM", 6_000);
    },
  };

  function launch() {
    const began = performance.now();
    const args = dev ? ["--dev"] : [];
    /** @type {import("node:child_process").StdioOptions} */
    const stdio = ["ignore", "pipe", "pipe", "ipc"];
    const started = fork(path.join(root, "scripts/serve.mjs"), args, {
      cwd: root,
      env: environment,
      execPath: nodeOf(root),
      execArgv: dev ? process.execArgv : [...process.execArgv, ...SERVER_FLAGS],
      stdio,
    });
    hush(started);
    started.once("exit", (code, signal) => {
      if (stopping) return;
      quickEnds = performance.now() - began < CALM ? quickEnds + 1 : 0;
      if (code === 1 || quickEnds === TRIES) return onLost("The server has ended.");
      console.error(`The server has ended unexpectedly (${signal ?? code}); starting it again.`);
      child = launch();
    });
    return started;
  }
}

/** What Next says while it starts would break our own lines: it is shown only when the start fails.
 * @param {import("node:child_process").ChildProcess} child
 */
function hush(child) {
  let said = "";
  const keep = (/** @type {Buffer} */ chunk) => {
    said += chunk;
  };
  const failed = () => process.stderr.write(`\n${said}`);
  const streams = [child.stdout, child.stderr];
  for (const stream of streams) stream?.on("data", keep);
  child.once("close", failed).once("message", () => {
    child.off("close", failed);
    for (const stream of streams) stream?.off("data", keep);
    child.stdout?.pipe(process.stdout);
    child.stderr?.pipe(process.stderr);
  });
}

/** @param {import("node:child_process").ChildProcess} child @param {number} port */
async function answering(child, port) {
  await new Promise((resolve) => child.once("message", resolve).once("exit", resolve));
  while (child.exitCode === null && child.signalCode === null) {
    // Any answer will do: a database that is away is no reason not to say where the server is.
    const answer = await fetch(`http://localhost:${port}/api/health/live`, { redirect: "manual" }).catch(() => null);
    if (answer) return;
    await sleep(50);
  }
}
