import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { settings } from "@/lib/env/settings";
import { isId } from "@/lib/ids";

/** What a mail to us is about: the kind of thing, its id, and whose mail it answers. */
export interface ReplyToken {
  kind: ReplyKind;
  id: string;
  personId: string;
}

/** One letter for each kind of thing that can be answered by mail. */
const LETTERS = { calendar: "c", comment: "m" } as const;
export type ReplyKind = keyof typeof LETTERS;

const TOKEN = /^([a-z])([0-9a-hjkmnp-tv-z]{16})([0-9a-hjkmnp-tv-z]{16})([0-9a-hjkmnp-tv-z]{16})$/;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * The address to which one person answers one thing: "answers+c….@example.org". A sender's name can be forged; that the
 * answer comes to this address proves that its writer has read our mail. Null where no mail is received.
 * 49 letters after the plus, all small: a local part has 64 at most, and some systems change capitals.
 */
export function replyAddress({ kind, id, personId }: ReplyToken): string | null {
  if (!settings.inboundAddress) return null;
  const [local, domain] = settings.inboundAddress.split("@");
  return `${local}+${LETTERS[kind]}${id}${personId}${proof(LETTERS[kind], id, personId)}@${domain}`;
}

/** What an address of ours says, or null when we did not make it. */
export function readReplyAddress(address: string): ReplyToken | null {
  const { inboundAddress } = settings;
  if (!inboundAddress) return null;
  const [local = "", domain = ""] = address.toLowerCase().split("@");
  const [ourLocal, ourDomain] = inboundAddress.split("@");
  const [name, token = ""] = local.split("+", 2);
  if (name !== ourLocal || domain !== ourDomain) return null;
  const [, letter = "", id = "", personId = "", given = ""] = TOKEN.exec(token) ?? [];
  const kind = (Object.keys(LETTERS) as ReplyKind[]).find((key) => LETTERS[key] === letter);
  if (!kind || !isId(id) || !isId(personId)) return null;
  const holds = timingSafeEqual(Buffer.from(given), Buffer.from(proof(letter, id, personId)));
  return holds ? { kind, id, personId } : null;
}

/** 80 bits in small letters. */
function proof(letter: string, id: string, personId: string): string {
  const digest = createHmac("sha256", settings.secret).update(`reply:${letter}:${id}:${personId}`).digest();
  return Array.from(digest.subarray(0, 16), (byte) => ALPHABET[byte & 31]).join("");
}
