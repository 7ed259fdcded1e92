import "server-only";
import { ImapFlow } from "imapflow";
import { settings } from "@/lib/env/settings";
import { INBOUND_MAX_BYTES } from "./limits";
import { receive } from "./receive";

/** At one visit; the rest waits for the next. */
const AT_ONCE = 200;

/**
 * Visits the mailbox for answers, when one is named: takes what nobody has read and marks it as read, once it has been
 * taken. What is broken off in between is taken again, which changes nothing.
 */
export async function readMailbox(): Promise<void> {
  if (!settings.imapUrl) return;
  const { client, folder } = visitor(new URL(settings.imapUrl));
  await client.connect();
  try {
    await client.mailboxOpen(folder);
    const unread = (await client.search({ seen: false }, { uid: true })) || [];
    const failed: unknown[] = [];
    for (const uid of unread.slice(0, AT_ONCE)) {
      const raw = await download(client, uid);
      // One that cannot be taken now stays unread, and keeps none that comes after it waiting.
      const taken = raw ? await receive(raw).catch((error: unknown) => void failed.push(error)) : "unknown";
      if (taken) await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    }
    if (failed.length > 0) throw failed[0];
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** Null for one that is larger than any answer: no more than that is ever fetched. */
async function download(client: ImapFlow, uid: number): Promise<Buffer | null> {
  const source = { start: 0, maxLength: INBOUND_MAX_BYTES + 1 };
  const message = await client.fetchOne(String(uid), { source }, { uid: true });
  const raw = message ? message.source : undefined;
  return raw && raw.length <= INBOUND_MAX_BYTES ? raw : null;
}

function visitor(url: URL): { client: ImapFlow; folder: string } {
  const secure = url.protocol === "imaps:";
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  });
  // A connection that breaks rejects what is being asked, too.
  client.on("error", () => {});
  return { client, folder: decodeURIComponent(url.pathname.slice(1)) || "INBOX" };
}
