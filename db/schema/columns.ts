import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, check, text, timestamp } from "drizzle-orm/pg-core";
import { newId } from "@/lib/ids";

export const id = () => text().primaryKey().$defaultFn(newId);

/** An instant, kept to the microsecond, always with its zone. */
export const instant = () => timestamp({ withTimezone: true });
export const createdAt = () => instant().notNull().defaultNow();

/** A column that holds one of a list, guarded by the database too. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  return check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`);
}

/** The three precisions of a partial date: 2020, 2020-03, 2020-03-18. */
export function partialDate(name: string, column: AnyPgColumn): ReturnType<typeof check> {
  const pattern: SQL = sql.raw(`'^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'`);
  return check(name, sql`${column} ~ ${pattern}`);
}
