import "server-only";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { settings } from "@/lib/env/settings";

/** Hands a message to the mail server; without one it is kept as a file. Resolves only when it was accepted. */
export async function deliver(message: SendMailOptions, keptAs: string): Promise<void> {
  const { smtpUrl } = settings;
  if (smtpUrl) await bySmtp(smtpUrl, message);
  else await keep(message, keptAs);
}

async function bySmtp(url: string, message: SendMailOptions): Promise<void> {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as Parameters<typeof createTransport>[0]);
  try {
    await transport.sendMail(message);
  } finally {
    transport.close();
  }
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
