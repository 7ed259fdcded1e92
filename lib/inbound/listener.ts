import "server-only";
import { readFileSync } from "node:fs";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import { settings } from "@/lib/env/settings";
import { readReplyAddress } from "./address";
import { INBOUND_MAX_BYTES } from "./limits";
import { receive } from "./receive";

interface Where {
  port: number;
  host: string;
  tls: { cert: string; key: string } | null;
}

/** Opens it where a port is named. What closes it, or null. */
export async function openDoor(): Promise<(() => Promise<void>) | null> {
  const { inboundAddress, inboundSmtp } = settings;
  if (!inboundAddress || !inboundSmtp) return null;
  const server = await startListener(inboundSmtp);
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/**
 * A small mail server that takes answers and nothing else: it hands nothing on, and no address exists here but those that
 * we made. While the database is away the sender is asked to come again.
 */
export function startListener({ port, host, tls }: Where): Promise<SMTPServer> {
  const server = new SMTPServer({
    name: settings.url.hostname,
    banner: "Stafeta takes answers to its mails",
    ...(tls && { cert: readFileSync(tls.cert), key: readFileSync(tls.key) }),
    authOptional: true,
    disabledCommands: tls ? ["AUTH"] : ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: INBOUND_MAX_BYTES,
    maxClients: 50,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    onRcptTo: ({ address }, _session, done) =>
      done(readReplyAddress(address) ? undefined : refusal(550, "No such address here")),
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address);
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      bytesOf(stream)
        .then((raw) => (raw ? receive(raw, { to, from }) : null))
        .then(
          (outcome) => done(outcome === null ? refusal(552, "Too large") : undefined, "Taken"),
          () => done(refusal(451, "Please come again later")),
        );
    },
  });
  // What one client does wrong is that client's affair.
  server.on("error", () => {});
  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** All of it, or null when it is too large; what is too much is not kept. */
async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= INBOUND_MAX_BYTES) chunks.push(chunk);
  }
  return size > INBOUND_MAX_BYTES ? null : Buffer.concat(chunks);
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
