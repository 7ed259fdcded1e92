/** Runs once when a server starts: the jobs live in its process. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || !process.env.DATABASE_URL || process.env.STAFETA_WORKER === "0") return;
  const { startWorker } = await import("@/lib/jobs/worker");
  startWorker(process.env.DATABASE_URL).catch((error) => console.error("jobs:", error));
}
