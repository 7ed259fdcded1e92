import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Locale } from "@/lib/i18n/locales";

/** For statements that call workspaces `c`: the name its own people use if they speak the interface's language, else the English. */
export function cityNameIn(locale: Locale): SQL<string> {
  return locale === "en"
    ? sql`c.name`
    : sql`case when split_part(c.languages[1], '-', 1) = ${locale} then c.local_name else c.name end`;
}
