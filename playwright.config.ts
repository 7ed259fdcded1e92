import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  // The factories that make a test's world are code of the server, which this lets in.
  tsconfig: "e2e/tsconfig.json",
  globalSetup: "./e2e/support/setup.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.JOURNEYS_URL,
    locale: "en-IE",
    timezoneId: "Europe/Dublin",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-dev-shm-usage"],
    },
  },
});
