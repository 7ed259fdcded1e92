import { isReady } from "@/lib/env/ready";

/** The database answers too. */
export async function GET() {
  const ready = await isReady();
  return new Response(ready ? "ok\n" : "the database does not answer\n", {
    status: ready ? 200 : 503,
    headers: { "content-type": "text/plain", "cache-control": "no-store" },
  });
}
