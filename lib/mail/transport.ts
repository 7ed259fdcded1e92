import "server-only";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";
import { settings } from "@/lib/env/settings";

/** Hands a message to the mail server; without one it is kept as a file. Resolves only when it was accepted. */
export async function deliver(message: SendMailOptions, keptAs: string): Promise<void> {
  const { smtpUrl } = settings;
  if (smtpUrl) await bySmtp(smtpUrl, message);
  else await keep(message, keptAs);
}

/** A connection costs more than a letter, above all with TLS: it is kept for the next one that comes soon. */
interface Line {
  url: string;
  transport: Transporter;
  letters: number;
  ending?: NodeJS.Timeout;
}

const IDLE = 1_000;
let line: Line | null = null;

async function bySmtp(url: string, message: SendMailOptions): Promise<void> {
  if (line?.url !== url) line = { url, transport: connected(url), letters: 0 };
  const mine = line;
  clearTimeout(mine.ending);
  mine.letters++;
  try {
    await mine.transport.sendMail(message);
  } finally {
    mine.letters--;
    if (mine.letters === 0) mine.ending = setTimeout(() => hangUp(mine), IDLE).unref();
  }
}

function hangUp(mine: Line): void {
  if (line === mine) line = null;
  mine.transport.close();
}

function connected(url: string): Transporter {
  return createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as Parameters<typeof createTransport>[0]);
}

const files = createTransport({ streamTransport: true, buffer: true, newline: "windows" });

/** Written beside and then renamed, so that nobody reads half a message. */
async function keep(message: SendMailOptions, name: string): Promise<void> {
  const { message: bytes } = await files.sendMail(message);
  await mkdir(settings.mailFolder, { recursive: true, mode: 0o700 });
  const file = path.join(settings.mailFolder, name);
  await writeFile(`${file}.part`, bytes as Buffer, { mode: 0o600 });
  await rename(`${file}.part`, file);
}
