/** Runs once when a server starts: the jobs live in its process, and the door for answers by mail. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || !process.env.DATABASE_URL || process.env.STAFETA_WORKER === "0") return;
  const { startWorker } = await import("@/lib/jobs/worker");
  // The server in front of us waits for these before it ends.
  const stops = globalThis as { stafetaStops?: Set<() => Promise<void>> };
  stops.stafetaStops ??= new Set();
  try {
    const runner = await startWorker(process.env.DATABASE_URL);
    stops.stafetaStops.add(() => runner.stop());
  } catch (error) {
    console.error("jobs:", error);
  }
  const { openDoor } = await import("@/lib/inbound/listener");
  try {
    const close = await openDoor();
    if (close) stops.stafetaStops.add(close);
  } catch (error) {
    console.error("mail in:", error);
  }
}
