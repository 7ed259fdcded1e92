import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { settings } from "@/lib/env/settings";
import { KEPT_NAME } from "./kept-name";
import { type ReadMessage, readEml } from "./read-eml";

/** As many as a page lists, and as many as are looked through for those to one address. */
const NEWEST = 100;
const LOOKED_THROUGH = 1000;

export interface KeptMessage extends ReadMessage {
  name: string;
}

/** The messages that were kept instead of being sent, newest first; of one address, if it is given. For the demo only. */
export async function listKept(to?: string): Promise<KeptMessage[]> {
  if (!settings.demo) return [];
  const files = await readdir(settings.mailFolder).catch(() => []);
  const names = files.flatMap((file) => KEPT_NAME.exec(file)?.[1] ?? []);
  const newest = names
    .sort()
    .reverse()
    .slice(0, to ? LOOKED_THROUGH : NEWEST);
  const messages = await Promise.all(newest.map(getKept));
  const there = messages.filter((message) => message !== null);
  return there.filter((message) => !to || message.to === to).slice(0, NEWEST);
}

/** One of them, or null. The name has one form, so it leads to no other file. */
export async function getKept(name: string): Promise<KeptMessage | null> {
  if (!settings.demo || !KEPT_NAME.test(`${name}.eml`)) return null;
  const raw = await readFile(path.join(settings.mailFolder, `${name}.eml`), "latin1").catch(() => null);
  return raw === null ? null : { name, ...readEml(raw) };
}
