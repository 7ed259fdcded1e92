import { createRequire } from "node:module";
import { ImapFlow } from "imapflow";

/** A real IMAP server with an empty mailbox, for tests. Its address is in the settings from then on. */
export async function startMailbox() {
  const require = createRequire(import.meta.url);
  const server = require("hoodiecrow-imap")({
    plugins: ["ID", "IDLE", "UNSELECT", "ENABLE", "LITERALPLUS", "NAMESPACE", "UIDPLUS"],
    storage: { INBOX: { messages: [] } },
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.server.address();
  process.env.IMAP_URL = `imap://testuser:testpass@127.0.0.1:${port}/INBOX`;
  return {
    /** By another client, as the mail server of the address would. */
    deliver: async (raw: Buffer) => {
      const auth = { user: "testuser", pass: "testpass" };
      const client = new ImapFlow({ host: "127.0.0.1", port, secure: false, auth, logger: false });
      await client.connect();
      await client.append("INBOX", raw);
      await client.logout();
    },
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
