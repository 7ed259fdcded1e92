import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { forgetUnnamedFiles } from "@/lib/files/forget";

/** Nightly: forgets what has expired. */
export async function tidy(): Promise<void> {
  await db.execute(sql`delete from sign_ins where expires_at < now()`);
  await db.execute(sql`delete from sign_in_requests where expires_at < now() - interval '1 day'`);
  await db.execute(sql`delete from signed_links where expires_at < now() - interval '60 days'`);
  await db.execute(sql`delete from rate_limits where window_start < now() - interval '1 day'`);
  await db.execute(sql`delete from inbound_mails where received_at < now() - interval '90 days'`);
  await db.execute(sql`delete from reminders where starts_at < now() - interval '90 days'`);
  await forgetUnnamedFiles();
}
