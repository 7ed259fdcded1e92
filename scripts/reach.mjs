import { Refusal } from "./steps.mjs";

const OLDEST = 15;

// A server that is away may come back; anything else is a wrong setting.
const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "EHOSTUNREACH",
  "57P03",
]);

/**
 * Looks whether there is a PostgreSQL that will do.
 * @param {string} url
 * @returns {Promise<{ version: string } | { away: string }>}
 */
export async function reach(url) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql`select current_setting('server_version_num')::int as number, version() as text`;
    const major = Math.floor((row?.number ?? 0) / 10_000);
    if (!/^PostgreSQL /.test(row?.text) || major < OLDEST) {
      throw new Refusal(
        `DATABASE_URL must name a PostgreSQL ${OLDEST} or newer, and this one is ${row?.text?.split(" on ")[0]}.`,
      );
    }
    return { version: String(major) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code && AWAY.has(code)) return { away: code };
    throw new Refusal(`DATABASE_URL does not work: ${message || code}.`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
