import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { writeUps } from "@/db/schema";
import type { Reader } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/visible-to";
import type { Locale } from "@/lib/i18n/locales";
import { cityNameIn } from "./name";

export interface MapCity {
  id: string;
  slug: string;
  code: string;
  name: string;
  accent: string;
  country: string;
  zone: string;
  latitude: number;
  longitude: number;
  /** Write-ups of theirs that the reader may read. */
  writeUps: number;
}

/** Every city with its place and clock, from west to east. Names and places are public; what a city wrote is counted for the reader. */
export async function listMapCities(reader: Reader, locale: Locale = "en"): Promise<MapCity[]> {
  const rows = await db.execute<{ [K in keyof Omit<MapCity, "writeUps">]: MapCity[K] } & { write_ups: number }>(sql`
    select c.id, c.slug, c.code, ${cityNameIn(locale)} as name, c.accent, c.country, c.zone, c.latitude, c.longitude, coalesce(n.count, 0)::int as write_ups
    from workspaces c
    left join (select write_ups.workspace_id, count(*) from ${writeUps} where ${visibleTo(reader)} group by 1) n on n.workspace_id = c.id
    where c.kind = 'city'
    order by c.longitude`);
  return rows.map(({ write_ups, ...city }) => ({ ...city, writeUps: write_ups }));
}
