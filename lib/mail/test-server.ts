import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface Received {
  to: string[];
  mail: ParsedMail;
  raw: string;
}

/** A real mail server for tests, which keeps what comes, and says so after so many milliseconds. */
export async function startMailServer({ slow = 0 } = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    async onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
      } catch (error) {
        // Whoever was sending is gone: what did not come whole did not come.
        return done(error as Error);
      }
      const raw = Buffer.concat(chunks).toString("utf8");
      received.push({ to: envelope.rcptTo.map(({ address }) => address), mail: await simpleParser(raw), raw });
      setTimeout(done, slow);
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
