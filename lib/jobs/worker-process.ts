import { startWorker } from "./worker";

/** A worker in a process of its own, for a test that kills it. */
await startWorker(process.env.DATABASE_URL ?? "");
