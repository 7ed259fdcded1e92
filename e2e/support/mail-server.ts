import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { freePort } from "../../scripts/ports.mjs";

/** A mail server that takes every letter and keeps it in `folder`, one file each. */
export async function startMailServer(folder: string) {
  let count = 0;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    async onData(stream, _session, done) {
      const name = `${Date.now()}-${String(++count).padStart(4, "0")}`;
      // A reader finds a letter whole or not at all.
      const draft = path.join(folder, `${name}.part`);
      await writeFile(draft, await buffer(stream));
      await rename(draft, path.join(folder, `${name}.eml`));
      done();
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
