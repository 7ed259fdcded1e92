import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digestOf } from "./build.mjs";

let root: string;

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "stafeta-digest-"));
  write("app/page.tsx", "one");
  write("next.config.js", "two");
});

afterEach(() => rmSync(root, { recursive: true }));

describe("the name of a build", () => {
  it("stays when a file is written again with the same text", () => {
    const before = digestOf(root);
    write("app/page.tsx", "one");
    expect(digestOf(root)).toBe(before);
  });

  it.each([
    "app/page.tsx",
    "lib/new.ts",
    "db/schema/people.ts",
    "public/icon.svg",
    "next.config.js",
    "package-lock.json",
  ])("changes with %s", (file) => {
    const before = digestOf(root);
    write(file, "other");
    expect(digestOf(root)).not.toBe(before);
  });

  it("changes when text moves from one file to the next", () => {
    write("app/page.tsx", "onet");
    const before = digestOf(root);
    write("app/page.tsx", "one");
    write("next.config.js", "ttwo");
    expect(digestOf(root)).not.toBe(before);
  });

  it.each([
    "lib/text.test.ts",
    "db/migrations/1/migration.sql",
    "README.md",
    "e2e/home.spec.ts",
    "tsconfig.tsbuildinfo",
  ])("does not change with %s", (file) => {
    const before = digestOf(root);
    write(file, "other");
    expect(digestOf(root)).toBe(before);
  });
});
