import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { View } from "./topics";

/** What a browser may leave unread before it is let go; it comes back and catches up. */
const UNREAD_MAX = 64 * 1024;

const encoder = new TextEncoder();

/** One frame of server-sent events, to be written to many. */
export function frame(news: object): Uint8Array {
  return encoder.encode(`data: ${JSON.stringify(news)}\n\n`);
}

export const PULSE = encoder.encode(":\n\n");

/** One open connection. */
export interface Stream {
  actor: Actor;
  view: View;
  body: ReadableStream<Uint8Array>;
  /** False when the browser does not read any more: the stream has ended then. */
  write: (bytes: Uint8Array) => boolean;
  end: () => void;
}

/** `onGone` is called once, however it ended. */
export function openStream(actor: Actor, view: View, signal: AbortSignal, onGone: (stream: Stream) => void): Stream {
  let gone = false;
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const leave = () => {
    if (gone) return;
    gone = true;
    signal.removeEventListener("abort", end);
    onGone(stream);
  };
  const end = () => {
    if (gone) return;
    leave();
    controller.close();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(own) {
        controller = own;
      },
      cancel: leave,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: UNREAD_MAX }),
  );
  const write = (bytes: Uint8Array): boolean => {
    if (gone) return false;
    if ((controller.desiredSize ?? 0) <= 0) {
      end();
      return false;
    }
    controller.enqueue(bytes);
    return true;
  };
  const stream: Stream = { actor, view, body, write, end };
  signal.addEventListener("abort", end);
  return stream;
}
