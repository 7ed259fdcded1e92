import { migrateDatabase } from "./migrate";

const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is missing");

await migrateDatabase(url);
if (process.env.STAFETA_DEMO === "1") {
  const { seedDemo } = await import("./seed/demo");
  const { closeDb } = await import("./client");
  await seedDemo();
  await closeDb();
}
process.exit(0);
