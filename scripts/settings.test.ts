import { describe, expect, it } from "vitest";
import { environmentOf, settingsFrom } from "./settings.mjs";

const secret = "0123456789abcdef0123456789abcdef";
const database = "postgres://stafeta:pw@db.example.eu:5432/stafeta";

function problem(env: Record<string, string>) {
  return settingsFrom(env).problem ?? "";
}

describe("settings", () => {
  it("give somebody who sets nothing a demo on port 3000 with the embedded database", () => {
    expect(settingsFrom({}).settings).toMatchObject({
      databaseUrl: null,
      port: 3000,
      url: "http://localhost:3000",
      demo: true,
      authSecret: null,
      oidc: null,
    });
  });

  it("take an empty value for one that is not set", () => {
    expect(settingsFrom({ DATABASE_URL: "", PORT: " ", AUTH_SECRET: "" }).settings?.port).toBe(3000);
  });

  it("turn the demo off when a city brings its own database, unless it asks for it", () => {
    expect(settingsFrom({ DATABASE_URL: database, AUTH_SECRET: secret }).settings?.demo).toBe(false);
    expect(settingsFrom({ DATABASE_URL: database, STAFETA_DEMO: "1" }).settings?.demo).toBe(true);
  });

  it.each([
    ["PORT", { PORT: "80a" }],
    ["PORT", { PORT: "70000" }],
    ["PORT", { PORT: "0" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://x/y" }],
    ["DATABASE_URL", { DATABASE_URL: "postgres://host" }],
    ["AUTH_SECRET", { DATABASE_URL: database }],
    ["AUTH_SECRET", { AUTH_SECRET: "short" }],
    ["STAFETA_URL", { STAFETA_URL: "learn.example.eu" }],
    ["STAFETA_URL", { STAFETA_URL: "https://learn.example.eu/path" }],
    ["STAFETA_DEMO", { STAFETA_DEMO: "yes" }],
    ["SMTP_URL", { SMTP_URL: "mail.example.eu" }],
    ["MAIL_FROM", { MAIL_FROM: "nobody" }],
    ["MAIL_FROM", { MAIL_FROM: "a@b.eu\r\nBcc: c@d.eu" }],
    ["OIDC_ISSUER", { OIDC_ISSUER: "http://login.example.eu", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" }],
  ])("name %s in one sentence when it is wrong: %o", (name, env) => {
    expect(problem(env)).toMatch(new RegExp(`^${name}[^\\n]+\\.$`));
  });

  it("say which part of the OIDC settings is missing", () => {
    expect(problem({ OIDC_CLIENT_ID: "a" })).toMatch(/^OIDC_ISSUER and OIDC_CLIENT_SECRET are missing/);
  });

  it("never repeat the password of a database address", () => {
    expect(problem({ DATABASE_URL: "postgres://me:hunter2@" })).not.toContain("hunter2");
  });

  it("hand the server what they have read", () => {
    const { settings } = settingsFrom({ PORT: "4000", SMTP_URL: "smtp://localhost:25" });
    expect(settings && environmentOf(settings)).toEqual({
      PORT: "4000",
      STAFETA_URL: "http://localhost:4000",
      STAFETA_DEMO: "1",
      SMTP_URL: "smtp://localhost:25",
      MAIL_FROM: "Stafeta <no-reply@localhost>",
    });
  });
});
