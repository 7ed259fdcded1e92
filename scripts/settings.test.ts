import { describe, expect, it } from "vitest";
import { environmentOf, settingsFrom } from "./settings.mjs";

const secret = "0123456789abcdef0123456789abcdef";
const database = "postgres://stafeta:pw@db.example.eu:5432/stafeta";

const s3 = {
  S3_ENDPOINT: "https://s3.example.eu/",
  S3_BUCKET: "stafeta-files",
  S3_ACCESS_KEY_ID: "key",
  S3_SECRET_ACCESS_KEY: "hunter3",
};

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
    ["TRANSLATE_PROVIDER", { TRANSLATE_PROVIDER: "x" }],
    ["TRANSLATE_URL", { TRANSLATE_PROVIDER: "libretranslate" }],
    ["TRANSLATE_KEY", { TRANSLATE_PROVIDER: "deepl" }],
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
    ["INBOUND_ADDRESS", { IMAP_URL: "imaps://me:pw@mail.example.eu/INBOX" }],
    ["INBOUND_ADDRESS", { INBOUND_ADDRESS: "answers-of-all-cities@example.eu", INBOUND_SMTP_PORT: "2525" }],
    ["INBOUND_ADDRESS", { INBOUND_ADDRESS: "a+b@example.eu", INBOUND_SMTP_PORT: "2525" }],
    ["IMAP_URL", { INBOUND_ADDRESS: "answers@example.eu" }],
    ["IMAP_URL", { INBOUND_ADDRESS: "answers@example.eu", IMAP_URL: "imaps://mail.example.eu" }],
    ["INBOUND_SMTP_PORT", { INBOUND_ADDRESS: "answers@example.eu", INBOUND_SMTP_PORT: "smtp" }],
    [
      "INBOUND_SMTP_KEY",
      { INBOUND_ADDRESS: "answers@example.eu", INBOUND_SMTP_PORT: "25", INBOUND_SMTP_CERT: "/etc/cert.pem" },
    ],
    ["OIDC_ISSUER", { OIDC_ISSUER: "http://login.example.eu", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" }],
    ["S3_ENDPOINT", { ...s3, S3_ENDPOINT: "s3.example.eu" }],
    ["S3_ENDPOINT", { ...s3, S3_ENDPOINT: "https://me:hunter2@s3.example.eu" }],
    ["S3_BUCKET", { ...s3, S3_BUCKET: "My Files/.." }],
    ["S3_REGION", { ...s3, S3_REGION: "eu central" }],
    ["S3_SECRET_ACCESS_KEY", { ...s3, S3_SECRET_ACCESS_KEY: "" }],
    ["FILES_QUOTA_MB", { FILES_QUOTA_MB: "2 GB" }],
    ["FILES_QUOTA_MB", { FILES_QUOTA_MB: "0" }],
  ])("name %s in one sentence when it is wrong: %o", (name, env) => {
    expect(problem(env)).toMatch(new RegExp(`^${name}[^\\n]+\\.$`));
  });

  it("say which part of the OIDC settings is missing", () => {
    expect(problem({ OIDC_CLIENT_ID: "a" })).toMatch(/^OIDC_ISSUER and OIDC_CLIENT_SECRET are missing/);
  });

  it("never repeat the password of a database address or of a file store", () => {
    expect(problem({ DATABASE_URL: "postgres://me:hunter2@" })).not.toContain("hunter2");
    expect(problem({ ...s3, S3_ENDPOINT: "https://me:hunter2@s3.example.eu" })).not.toMatch(/hunter/);
  });

  it("take answers by mail only where an address and a way in are named", () => {
    expect(settingsFrom({}).settings?.inbound).toBeNull();
    const { settings } = settingsFrom({
      INBOUND_ADDRESS: "Answers@example.eu",
      IMAP_URL: "imaps://me:hunter4@mail.example.eu/INBOX",
      INBOUND_SMTP_PORT: "2525",
    });
    expect(settings && environmentOf(settings)).toMatchObject({
      INBOUND_ADDRESS: "answers@example.eu",
      IMAP_URL: "imaps://me:hunter4@mail.example.eu/INBOX",
      INBOUND_SMTP_PORT: "2525",
      INBOUND_SMTP_HOST: "0.0.0.0",
    });
    expect(problem({ INBOUND_ADDRESS: "a@b.eu", IMAP_URL: "pop3://me:hunter4@mail.example.eu" })).not.toMatch(/hunter/);
  });

  it("keep files in .data/files until somebody names a store that speaks S3", () => {
    expect(settingsFrom({}).settings?.s3).toBeNull();
    const { settings } = settingsFrom(s3);
    expect(settings?.s3).toMatchObject({ endpoint: "https://s3.example.eu", region: "us-east-1" });
    expect(settings && environmentOf(settings)).toMatchObject({ S3_BUCKET: "stafeta-files", S3_REGION: "us-east-1" });
  });

  it("hand the server what they have read", () => {
    const { settings } = settingsFrom({ PORT: "4000", SMTP_URL: "smtp://localhost:25" });
    expect(settings && environmentOf(settings)).toEqual({
      PORT: "4000",
      STAFETA_URL: "http://localhost:4000",
      STAFETA_DEMO: "1",
      SMTP_URL: "smtp://localhost:25",
      MAIL_FROM: "Stafeta <no-reply@localhost>",
      FILES_QUOTA_MB: "2048",
    });
  });
});
