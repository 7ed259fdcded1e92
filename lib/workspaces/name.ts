import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Locale } from "@/lib/i18n/locales";
import { namesAbroad, namesIn } from "./abroad";

/** For statements that call workspaces `c`: `cityName`, in SQL. */
export function cityNameIn(locale: Locale): SQL<string> {
  if (locale === "en") return sql`c.name`;
  return sql`case when split_part(c.languages[1], '-', 1) = ${locale} then c.local_name ${known(sql`c.name`, [...namesIn(locale)])} else c.name end`;
}

/** What others call the city with this English name, for whoever looks for it; empty when they have no name of their own. */
export function calledAbroad(name: SQLWrapper): SQL<string> {
  return sql`concat_ws(' ', ${sql.join(
    namesAbroad().map((one) => sql`case ${known(name, [one])} end`),
    sql`, `,
  )})`;
}

function known(name: SQLWrapper, names: [string, string][]): SQL {
  return sql.join(
    names.map(([english, theirs]) => sql`when ${name} = ${english} then ${theirs}`),
    sql` `,
  );
}
