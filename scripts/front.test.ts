import { describe, expect, it } from "vitest";
import { refuse } from "./front.mjs";

const site = new URL("https://learn.example.eu");
const statusOf = (method: string, url: string, headers: Record<string, string> = {}) =>
  refuse({ method, url, headers: { host: "learn.example.eu", ...headers } }, site)?.status ?? null;

describe("the front", () => {
  it.each(["GET", "HEAD", "POST"])("lets %s in", (method) => {
    expect(statusOf(method, "/library?q=%E0%A4%A")).toBeNull();
  });

  it.each(["TRACE", "PUT", "DELETE", "OPTIONS", "PATCH"])("refuses %s and says what it takes", (method) => {
    expect(refuse({ method, url: "/", headers: { host: "learn.example.eu" } }, site)).toMatchObject({
      status: 405,
      headers: { Allow: "GET, HEAD, POST" },
    });
  });

  it.each(["/%E0%A4%A", "/a%00b", "/a\\b", "/a%5Cb", "//evil.example", "http://evil.example/", "*"])(
    "answers the broken address %s with 400",
    (url) => {
      expect(statusOf("GET", url)).toBe(400);
    },
  );

  it("refuses an address that is too long", () => {
    expect(statusOf("GET", `/${"a".repeat(9000)}`)).toBe(414);
  });

  it.each(["evil.example", "learn.example.eu.evil.example", "learn.example.eu:444", "localhost.evil.example"])(
    "does not answer for the host %s",
    (host) => {
      expect(statusOf("GET", "/", { host })).toBe(421);
    },
  );

  it.each(["LEARN.example.eu", "localhost:3000", "127.0.0.1:3000", "[::1]:3000"])("answers for the host %s", (host) => {
    expect(statusOf("GET", "/", { host })).toBeNull();
  });

  it.each(["https://evil.example", "null", "http://learn.example.eu", "garbage"])(
    "refuses a form sent from %s",
    (origin) => {
      expect(statusOf("POST", "/", { origin })).toBe(403);
    },
  );

  it("refuses a form whose browser says that it comes from another site", () => {
    expect(statusOf("POST", "/", { "sec-fetch-site": "cross-site" })).toBe(403);
  });

  it("takes a form from its own pages, at the public and at the local address", () => {
    expect(statusOf("POST", "/", { origin: "https://learn.example.eu" })).toBeNull();
    expect(statusOf("POST", "/", { host: "localhost:3000", origin: "http://localhost:3000" })).toBeNull();
    expect(statusOf("POST", "/", { host: "localhost:3000", origin: "http://localhost:4000" })).toBe(403);
  });

  it("takes the form with which an identity provider sends a person back", () => {
    expect(statusOf("POST", "/api/auth/callback/oidc", { origin: "https://login.example.eu" })).toBeNull();
  });

  it("refuses more than 6 MB", () => {
    expect(statusOf("POST", "/", { "content-length": "6291457" })).toBe(413);
  });

  it("lets a file of any size through to its route, which says what is too large", () => {
    expect(statusOf("POST", "/api/files?writeUp=x", { "content-length": "26214400" })).toBeNull();
    expect(statusOf("POST", "/api/files", { origin: "https://evil.example", "content-length": "1" })).toBe(403);
    expect(statusOf("POST", "/api/filesystem", { "content-length": "26214400" })).toBe(413);
  });

  it("refuses a form without a boundary", () => {
    expect(statusOf("POST", "/", { "content-type": "multipart/form-data" })).toBe(400);
  });
});
