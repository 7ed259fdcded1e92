import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = {
  "@": path.resolve(import.meta.dirname),
  // In a page a breach of the rooms fails the build; a test runs on the server anyway.
  "server-only": path.resolve(import.meta.dirname, "node_modules/server-only/empty.js"),
};

/** Pure tests need no database; those named *.db.test.ts get one each. */
export default defineConfig({
  test: {
    // Without it one core of two would rest.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{lib,components,db,scripts,app}/**/*.test.{ts,tsx,mts}"],
          exclude: ["**/*.db.test.ts"],
          // Properties over hundreds of random cases, on a machine that may be busy.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["{lib,components,db,app}/**/*.db.test.{ts,tsx}"],
          globalSetup: ["./db/test/server.ts"],
          setupFiles: ["./db/test/database.ts"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
