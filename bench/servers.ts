import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { freePort } from "../scripts/ports.mjs";
import { stopChild } from "../scripts/processes.mjs";
import { SERVER_FLAGS } from "../scripts/server.mjs";

export interface Server {
  port: number;
  pid: number;
  stop: () => Promise<void>;
}

/** The production server as a start runs it. `profile`: a folder for its CPU profile. */
export async function startApp(root: string, env: NodeJS.ProcessEnv, profile?: string): Promise<Server> {
  const port = await freePort();
  const execArgv = [...SERVER_FLAGS, ...(profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [])];
  const child = fork(path.join(root, "scripts/serve.mjs"), [], {
    cwd: root,
    env: { ...env, PORT: String(port) },
    execArgv,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await said(child);
  return { port, pid: child.pid ?? 0, stop: () => stopChild(child, "SIGTERM", 20_000) };
}

/** The floor with what it is to send to the database. */
export async function startFloor(root: string, env: NodeJS.ProcessEnv, script: string): Promise<Server> {
  const child = fork(path.join(root, "bench/floor.ts"), [script], { cwd: root, env, execArgv: ["--import", "tsx"] });
  const { port } = (await said(child)) as { port: number };
  return { port, pid: child.pid ?? 0, stop: () => stopChild(child, "SIGTERM", 5_000) };
}

function said(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", () => reject(new Error("a server has ended before it was there")));
  });
}
