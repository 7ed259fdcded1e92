import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";

const began = Date.now();
const parsed = new Map<string, Promise<ParsedMail>>();
const taken = new Set<string>();

/** The next letter to an address that nobody has taken yet; waits for it. */
export async function mailTo(address: string, { within = 15_000 } = {}): Promise<ParsedMail> {
  for (const end = Date.now() + within; Date.now() < end; await sleep(50)) {
    const [file] = await lettersTo(address);
    if (!file) continue;
    taken.add(file);
    return read(file);
  }
  throw new Error(`no letter to ${address} within ${within / 1000} s`);
}

/** How many letters wait for an address. */
export async function countMailTo(address: string): Promise<number> {
  return (await lettersTo(address)).length;
}

/** What a letter that signs in brings. */
export function proofIn(letter: ParsedMail): { link: string; code: string } {
  const link = /https?:\/\/\S+\/sign-in\/link\S+/.exec(letter.text ?? "")?.[0];
  const code = /(?<![\w%=.-])\d{3} ?\d{3}(?![\w%=.-])/.exec((letter.text ?? "").replace(link ?? "", ""))?.[0];
  if (!link || !code) throw new Error(`no link and code in: ${letter.text}`);
  return { link, code: code.replace(" ", "") };
}

async function lettersTo(address: string): Promise<string[]> {
  const folder = process.env.JOURNEYS_LETTERS ?? "";
  const files = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort();
  // What came before this worker started was for a test that ended with the one before it.
  const fresh = files.filter((name) => Number.parseInt(name, 10) >= began && !taken.has(name));
  const letters = await Promise.all(fresh.map(async (name) => ({ name, letter: await read(name) })));
  return letters.filter(({ letter }) => recipients(letter).includes(address)).map(({ name }) => name);
}

function read(name: string): Promise<ParsedMail> {
  const found =
    parsed.get(name) ??
    readFile(path.join(process.env.JOURNEYS_LETTERS ?? "", name)).then((bytes) => simpleParser(bytes));
  parsed.set(name, found);
  return found;
}

function recipients({ to }: ParsedMail): string[] {
  return [to ?? []].flat().flatMap(({ value }) => value.map((one) => one.address ?? ""));
}
