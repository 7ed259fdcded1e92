import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * What stands for the text `alias` as it is now, for what this process keeps of it. A row is another one after each change:
 * PostgreSQL gives it a new place and the number of the transaction, which no code of ours can forget. With the time, for a
 * database that was put back from a copy.
 */
export function stampOf(alias: "t" | "f"): SQL {
  const own = (column: string) => sql.raw(`${alias}.${column}`);
  return sql`${own("xmin")}::text || ${own("ctid")}::text || ${own("updated_at")}::text`;
}

/** Whether a stamp is one of those that this process has something for. One parameter, however many. */
export function isStampIn(stamp: SQL, known: Iterable<string>): SQL {
  return sql`${stamp} = any(string_to_array(${[...known].join(";")}, ';'))`;
}
